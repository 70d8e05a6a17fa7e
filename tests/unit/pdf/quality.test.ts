/** Whether a file's text can be read: languages of any kind can, a text whose letters stand for others cannot. */
import { describe, expect, it } from 'vitest';
import { qualityOf } from '../../../lib/pdf/quality';
import { file, paragraph } from '../../fixtures/pdf/typeset';
import { seeded, shuffled } from '../../support/random';

const TEXTS: Record<string, string> = {
  English:
    'Nurses who were trained for their new role reported fewer delays than those who were not, and the managers of both wards said that the change had been worth the effort. Staff asked for more time with the tool before the start, since the first weeks were the hardest for them. We found no difference between the sites in the number of patients, but the small ones kept the routine for longer than the large ones did.',
  German:
    'Die Pflegenden, die für ihre neue Aufgabe geschult wurden, berichteten seltener von Verzögerungen als die anderen, und die Leitungen beider Stationen hielten den Aufwand für gerechtfertigt. Das Personal wünschte sich vor dem Beginn mehr Zeit mit dem Werkzeug, weil die ersten Wochen die schwersten waren. Zwischen den Häusern gab es keinen Unterschied in der Zahl der Kranken, doch die kleinen blieben länger bei dem Ablauf.',
  Spanish:
    'Las enfermeras que recibieron formación para su nueva función notificaron menos retrasos que las demás, y los responsables de ambas plantas dijeron que el cambio había valido la pena. El personal pidió más tiempo con la herramienta antes del comienzo, porque las primeras semanas fueron las más difíciles. No hubo diferencias entre los centros en el número de pacientes, pero los pequeños mantuvieron la rutina durante más tiempo.',
  Polish:
    'Pielęgniarki, które przeszkolono do nowej roli, rzadziej zgłaszały opóźnienia niż pozostałe, a kierownicy obu oddziałów uznali, że zmiana była warta wysiłku. Personel prosił o więcej czasu na poznanie narzędzia przed rozpoczęciem, ponieważ pierwsze tygodnie były najtrudniejsze. Nie stwierdzono różnic między ośrodkami w liczbie pacjentów, ale w małych ośrodkach nowy porządek utrzymał się dłużej niż w dużych. Wszyscy chcieli wracać do dawnych zasad.',
  Finnish:
    'Uuteen tehtävään koulutetut hoitajat ilmoittivat viiveistä harvemmin kuin muut, ja molempien osastojen esimiehet pitivät muutosta vaivan arvoisena. Henkilöstö toivoi lisää aikaa välineen kanssa ennen aloitusta, koska ensimmäiset viikot olivat vaikeimmat. Potilaiden määrässä toimipaikkojen välillä ei ollut eroa, mutta pienet säilyttivät uuden tavan kauemmin kuin suuret. Kaikki osallistujat vastasivat kyselyyn vuoden kuluttua, ja puolet heistä haastateltiin uudelleen keväällä samoissa tiloissa kuin aikaisemmin.',
  Vietnamese:
    'Các điều dưỡng được đào tạo cho vai trò mới báo cáo ít sự chậm trễ hơn những người khác, và trưởng khoa của cả hai nơi cho rằng sự thay đổi là xứng đáng. Nhân viên mong muốn có thêm thời gian với công cụ trước khi bắt đầu, vì những tuần đầu là khó khăn nhất. Không có sự khác biệt giữa các cơ sở về số bệnh nhân, nhưng các cơ sở nhỏ giữ được thói quen lâu hơn các cơ sở lớn trong một năm.',
  Turkish:
    'Yeni görevleri için eğitim alan hemşireler diğerlerine göre daha az gecikme bildirdi ve her iki servisin yöneticileri değişikliğin çabaya değdiğini söyledi. Çalışanlar başlamadan önce araçla daha çok zaman geçirmek istedi, çünkü ilk haftalar en zor olanlardı. Hasta sayısında kurumlar arasında fark yoktu, ancak küçük kurumlar yeni düzeni büyüklerden daha uzun süre korudu. Katılımcıların tümü bir yıl sonra ankete yeniden yanıt verdi ve yarısıyla ilkbaharda görüşüldü.',
  Indonesian:
    'Perawat yang dilatih untuk peran barunya melaporkan lebih sedikit keterlambatan daripada yang lain, dan kepala kedua bangsal mengatakan bahwa perubahan itu sepadan dengan usahanya. Para staf meminta lebih banyak waktu dengan alat itu sebelum dimulai, karena minggu-minggu pertama adalah yang paling sulit. Tidak ada perbedaan jumlah pasien di antara tempat penelitian, tetapi tempat yang kecil mempertahankan kebiasaan itu lebih lama daripada yang besar.',
};

/** Of two pages: of a few words nobody could tell. */
const quality = (text: string) =>
  qualityOf(file([0, 1].map(() => paragraph(50, 80, 500, text).items)));

/** A text in which each letter stands for another one. */
function ciphered(text: string, seed: number): string {
  const letters = [...'abcdefghijklmnopqrstuvwxyz'];
  const others = shuffled(seeded(seed), letters);
  const other = new Map(letters.map((letter, i) => [letter, others[i] ?? letter]));
  return text.toLowerCase().replace(/[a-z]/g, (letter) => other.get(letter) ?? letter);
}

describe('the text of a file', () => {
  it.each(Object.entries(TEXTS))('is read in %s', (_, text) => {
    expect(quality(text)).toBe('text');
  });

  it('is read where it is a list of names', () => {
    const names = Object.values(TEXTS)
      .flatMap((text) => text.match(/(?<!\p{L})\p{Lu}\p{L}+/gu) ?? [])
      .join(', ');
    expect(quality(`${names} ${names} ${names}`)).toBe('text');
  });

  it.each(['English', 'German', 'Spanish'])(
    'is seen to be ciphered, whatever its letters in %s stand for',
    (language) => {
      const seeds = Array.from({ length: 200 }, (_, seed) => seed + 1);
      const unseen = seeds.filter(
        (seed) => quality(ciphered(TEXTS[language] ?? '', seed)) === 'text',
      );
      // A key may leave the commonest letters common: one in twenty is not seen.
      expect(unseen.length).toBeLessThanOrEqual(10);
    },
  );
});
