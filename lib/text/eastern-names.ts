/** Names in Chinese, Japanese and Korean script, where the family's name comes first. */
import type { Name } from './name';

const SCRIPT = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}々ー]';
const LETTER = /* @__PURE__ */ new RegExp(SCRIPT, 'u');
/** Whether a text has a letter of these scripts at all: most have none, and no table need be asked. */
export const hasEasternLetters = (text: string) => LETTER.test(text);

/** "山田 太郎": with a blank (or "・") between, any short pair can be a name. */
let pair: RegExp | undefined;
/** Made when it is first asked for, since bundlers keep a template that only a dropped pattern would use. */
const pairPattern = (): RegExp => {
  pair ??= new RegExp(`^(${SCRIPT}{1,4})[\\s　]+(${SCRIPT}{1,5})$`, 'u');
  return pair;
};
/** The family names of most people in China, by frequency (census of 2020), traditional forms among them. */
const CHINESE =
  '王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何高林罗羅郑鄭梁谢謝宋唐许許邓鄧冯馮韩韓曹曾彭萧蕭肖蔡潘田董袁于余叶葉蒋蔣杜苏蘇魏程吕呂丁任沈姚卢盧姜崔钟鍾谭譚陆陸范汪廖石金韦韋贾賈夏付傅方邹鄒熊白孟秦邱侯江尹薛闫閻雷龙龍段郝孔邵史毛常万萬顾顧赖賴武康贺賀严嚴钱錢施牛洪龚龔';
const COMPOUND = '欧阳|歐陽|司马|司馬|诸葛|諸葛|上官|夏侯|慕容|司徒';
const KOREAN =
  '김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노하곽성차주우구민진나지엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모';
const WHOLE = /* @__PURE__ */ new RegExp(
  `^(?:(${COMPOUND})(\\p{Script=Han}{1,2})|([${CHINESE}])(\\p{Script=Han}{1,2})|([${KOREAN}])(\\p{Script=Hangul}{2}))$`,
  'u',
);
/** Words of pages and institutions that the patterns above would take for names. */
const NOT_NAMES =
  /大学|大學|学部|学会|學會|学院|學院|研究|病院|医院|センター|著者|作者|情報|論文|论文|雑誌|期刊|抄録|要旨|摘要|キーワード|関键|全文|目次|目录|検索|公開|発行|方法|大韩|논문|저자|대학|초록|학회/u;

/** Splits a name in an East Asian script; null for what can be none. Expects a name without marks. */
export function easternName(text: string): Name | null {
  if (text.length > 12 || !hasEasternLetters(text) || NOT_NAMES.test(text)) return null;
  const parts = pairPattern().exec(text) ?? WHOLE.exec(text) ?? [];
  const [family, given] = parts.slice(1).filter(Boolean);
  return family && given ? { family, given } : null;
}
