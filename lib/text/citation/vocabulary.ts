/** Words by which the parts of a citation are told apart. Lower case, without points; several languages. */

const wordsOf = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Words of which names of journals, series and proceedings are made, in full. */
export const SERIAL = /* @__PURE__ */ wordsOf(`
  siam journal journals proceedings transactions review reviews annals annales archives archiv archivos
  archivio bulletin magazine quarterly acta advances conference conferences symposium workshop
  congress congres zeitschrift revue revista rivista cahiers jahrbuch jahrbücher beiträge annual
  encyclopedia encyclopaedia handbook handbuch ieee acm lncs lnai nature science lancet
  communications newsletter gazette memoirs mémoires comptes rendus yearbook anuario boletín
  anales letters records progress trends perspectives neuron plos elife bmc bmj jama mmwr
  circulation blood gut brain pediatrics pnas arxiv cvpr iccv eccv nips neurips icml icra sigmod
  vldb sigplan sigcse sigchi siggraph aaai ijcai usenix infocom icassp eurographics vestnik zhurnal
  вестник журнал известия труды сборник вопросы zeitung berichte mitteilungen forschungen
  forschung literaturzeitung studies studia notices tidsskrift tijdschrift časopis
  actas colloque colloquium seminar monthly weekly times tribune herald guardian
  cancer plasma neural diabetes asthma allergy physik physica icarus
  frontiers jhep jcap jinst icrc pos newspaper economist lecture notes series serie collection`);

/** Short forms that such names have, with a point or without: ISO 4. */
export const SHORT = /* @__PURE__ */ wordsOf(`
  j jour journ proc procs trans rev lett ann annu arch acad sci soc am amer int intl internat natl nat eur
  europ br brit can canad aust jpn chem phys biol med clin exp exper mol math comput comp eng engng
  res appl surg pharmacol physiol psychol psychiatry psychiatr neurol neurosci immunol genet ecol
  geol geophys astron astrophys astroph mech mater electron mag bull symp conf univ dev educ manag econ econom
  sociol polit hist philos phil theor theoret discr discrete visn hyp interact mod class quant
  grav coat astropart contemp fract ned wet opin part geom topol algebr cosmochim anorg allg
  naturf microb biotechnol nanotechnol photon electrochim spectrochim asymm prostagl leukot zeo
  colloid rheumatol biomed biomech biomater biomol bioorg biosens catalys chromatogr hydrobiol
  helmin herpetol resour pers wkly mon ichthyol ornithol phytopathol phytochem planet radiat refrig semicond softw
  spectr supercond supramol therm thermochim thromb tribol ultras wildl xenobiot environ technol
  tech syst sys softw commun comm opt nucl instrum instr meth
  biochem biophys bioeng bioinform rheol microbiol bacteriol virol endocrinol metab nutr cardiol
  gastroenterol hepatol nephrol urol oncol haematol hematol dermatol ophthalmol otolaryngol pediatr paediatr
  radiol anesth anaesth crit care emerg epidemiol pathol anat histol cytol dis infect vet agric
  agron hortic bot zool entomol parasitol mar limnol oceanogr hydrol meteorol atmos clim geogr
  geochem cosmochim mineral petrol sediment paleontol acoust vib struct constr mag magn spectrosc
  crystallogr cryst polym macromol inorg org anal catal surf interf electrochem photochem
  ergon hum fac sens actuators robot autom contr control mach intell pattern recogn netw
  theory inf inform signal vis quart q rep z vol ser lect ges naturforsch naturforschg
  wiss dtsch deut jahrb schweiz helv ital esp rus sov dokl izv fiz zh usp mat nauk akad yad
  prog adv bol rec mem abh verh sitzungsber isr indian curr opin behav cogn adolesc psychosom rehabil
  gerontol geriatr saf toxicol ther rheum rheumatol orthop traumatol thorac cardiovasc vasc
  pulm respir obes transplant scand nord chin pol czech hung
  pac afr lat ibid stat statist probab prob assoc associ admin adm bus mark mktg financ acc assess eval
  apj apjl apjs aj mnras pasp araa aap jgr grl prl prd prb pra pre jcp jhep pnas npjb aiaa asme
  naturwiss biophysik physica phytol chemother antimicrob ethnopharmacol photobiol phytother nanotechnol`);

/** Words of publishers' names. */
export const PUBLISHER = /* @__PURE__ */ wordsOf(`
  press verlag publisher publishers publishing publications édition édition éditions editions edition ed.
  editorial editora editores editrice edizioni springer wiley elsevier routledge sage blackwell
  mcgraw mcgraw-hill prentice prentice-hall addison addison-wesley academic pergamon birkhäuser brill
  kluwer norton penguin macmillan palgrave harper harpercollins mit freeman knopf vintage doubleday
  dover gallimard seuil minuit suhrkamp rowohlt fischer beck mohr siebeck teubner dunod hachette
  flammarion armand puf presses presse libraire librairie erlbaum guilford plenum humana thieme
  karger lippincott saunders mosby churchill butterworth butterworth-heinemann heinemann ashgate
  chapman hall crc interscience dekker reidel nijhoff north-holland benjamin benjamins cummings
  benjamin/cummings houghton mifflin harcourt scribner scribner's viking basic books kaufmann
  o'reilly eerdmans scholars hermann vrin harmattan l'harmattan payot laterza einaudi mulino
  feltrinelli alianza siglo cátedra trotta ariel gredos franz steiner gruyter campus reclam klett
  издательство наука мир изд-во univ. up bruylant dalloz lgdj larcier hildesheim olms teubner
  cuf clarendon longman longmans polity verso zed earthscan ios vch wiley-vch wiley-interscience
  unesco oecd ocde fao undp vandenhoeck ruprecht akademie fayard plon grasset casterman klincksieck
  peeters brepols mouton weidmann weidmannsche kohlhammer piper hanser ullstein luchterhand metzler
  niemeyer cornelsen gollancz chatto windus bloomsbury virago hutchinson methuen unwin croom helm
  tavistock gower variorum boydell lexington rowman littlefield altamira westview schuster bantam
  ballantine orbis zondervan baker ivp intervarsity scm spck darton harvester wheatsheaf praeger
  greenwood garland marcel elgar hogarth continuum eisenbrauns birkhauser world-scientific akadémiai
  forlag förlag kiadó wydawnictwo uitgeverij touchstone sinauer`);

/** Towns where publishers are, and countries. */
export const PLACE = /* @__PURE__ */ wordsOf(`
  london londres londra london: york paris berlin cambridge oxford boston chicago philadelphia
  princeton amsterdam leiden stuttgart münchen munich frankfurt hamburg heidelberg leipzig göttingen
  tübingen köln bonn wien vienna zürich zurich basel bern genève geneva lausanne roma rome milano
  milan torino turin firenze florence bologna napoli venezia bari madrid barcelona lisboa lisbon
  buenos méxico mexico bogotá santiago lima brasília washington baltimore ithaca berkeley stanford
  toronto montreal montréal ottawa québec vancouver sydney melbourne canberra tokyo kyoto beijing
  shanghai hong singapore delhi mumbai calcutta moscow москва москва: петербург санкт-петербург
  ленинград m warszawa kraków praha prague budapest bucureşti bucharest sofia athens istanbul ankara
  jerusalem haifa cairo nairobi dordrecht rotterdam utrecht hague haag antwerpen leuven louvain
  louvain-la-neuve bruxelles brussels copenhagen københavn stockholm uppsala lund oslo helsinki
  dublin edinburgh glasgow manchester bristol aldershot chichester harmondsworth lanham hillsdale
  englewood cliffs reading menlo mahwah thousand oaks newbury beverly san los new la usa uk england
  germany france italy spain netherlands switzerland austria belgium canada australia japan china
  ny ma ca nj il pa md dc va ct texas tx hoboken durham bloomington minneapolis urbana ann
  lyon grenoble toulouse bordeaux rennes strasbourg marseille lille grand rapids notre dame
  wiesbaden mainz darmstadt freiburg würzburg graz innsbruck salzburg hildesheim opladen weinheim
  birmingham leeds sheffield exeter ithaca groningen nijmegen delft eindhoven ghent gent gand liège
  namur fribourg neuchâtel linz regensburg bamberg erlangen nürnberg nuremberg bremen kiel rostock
  hannover hanover braunschweig kassel marburg gießen giessen siegen bochum dortmund duisburg
  düsseldorf aachen trier saarbrücken karlsruhe mannheim konstanz bielefeld paderborn osnabrück
  oldenburg jena weimar erfurt dresden padova padua pisa siena perugia pavia genova genoa trieste
  udine palermo catania messina cagliari salamanca granada sevilla seville valencia zaragoza bilbao
  pamplona oviedo coimbra porto braga aarhus odense aalborg gothenburg göteborg malmö umeå linköping
  bergen trondheim tromsø turku tampere jyväskylä tartu tallinn riga vilnius kaunas minsk kiev kyiv
  київ львів lviv софия gdańsk poznań poznan wrocław łódź lublin katowice brno olomouc bratislava szeged
  debrecen pécs cluj cluj-napoca iași iaşi timişoara beograd belgrade zagreb ljubljana maribor
  sarajevo skopje thessaloniki nicosia beirut damascus tehran baghdad amman izmir rabat casablanca
  tunis dakar accra lagos ibadan kampala lusaka harare maputo pretoria johannesburg durban
  stellenbosch calcutta kolkata madras chennai bangalore hyderabad lahore karachi dhaka colombo
  kathmandu bangkok hanoi jakarta bandung yogyakarta manila taipei seoul osaka nagoya auckland
  wellington christchurch dunedin brisbane adelaide perth honolulu seattle boulder cleveland
  cincinnati pittsburgh rochester syracuse albany amherst charlottesville raleigh atlanta gainesville
  nashville knoxville tuscaloosa winnipeg edmonton calgary halifax guadalajara monterrey caracas quito
  paulo janeiro montevideo recife curitiba campinas`);

/** What a citation calls the kind of a work that is in no journal. */
export const GENRE = /* @__PURE__ */ wordsOf(`
  thesis dissertation diss thèse tesis tesi habilitation doctoral doctorat ph phd msc
  master's manuscript unpublished unpubl inédit preprint preprints submitted forthcoming
  technical tech memo memorandum film dvd`);

/** Words with a small letter inside a name or a title that say nothing about either. */
export const SMALL_WORDS = /* @__PURE__ */ wordsOf(`
  of the and for in on to de la le les du des et en l d der die das und für zur zum von van y e i del
  el los las al a an at by with from des den dem di della dei delle per sur aux au och av til og
  voor het een или и в по на об с für im am &`);

/** Who made a book ready for print. */
export const EDITOR = /* @__PURE__ */ wordsOf(`
  ed eds edd edited editor editors hg hrsg hgg herausgegeben éd éds dir dirs coord coords coordinador
  edit red ред edición editado édité edite cur trans translated translator traducción trad traduit
  übersetzt übers transl tr introduction foreword preface revised rev`);

/** By what of it editors are named beside a book's title; where none is, none are looked for. */
export const EDITS = /* @__PURE__ */ wordsOf(
  'ed eds edd edited editor editors hg hrsg hgg herausgegeben éd éds dir dirs coord coords org orgs ред cura',
);
