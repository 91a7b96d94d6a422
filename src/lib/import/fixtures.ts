/** Small texts in the formats of the seed, for the tests of this folder. */
import type { Position } from './distance.ts';
import type { Side } from './ties.ts';

export const side = (label: string, country: string, hint: Position | null): Side => ({
  label,
  country,
  hint,
  population: null,
  official: ''
});

const GEMEINDE =
  'ags,ars,name,name_kurz,typ_code,land_code,kreis_ags,verband_ars,verband,verband_typ,einwohner_2023,plz_sitz,lon,lat,geonames_id,ort_lon,ort_lat';

const gemeinde = (
  ags: string,
  name: string,
  short: string,
  people: number,
  lon: number,
  lat: number,
  geonames = ''
) =>
  `${ags},${ags}0000,"${name}",${short},61,${ags.slice(0, 2)},${ags.slice(0, 5)},${ags}0,x,Verbandsfreie Gemeinde,${people},12345,${lon},${lat},${geonames},,`;

export const registerFiles = {
  gemeinden: [
    GEMEINDE,
    gemeinde('02000000', 'Hamburg, Freie und Hansestadt', 'Hamburg', 1910160, 10, 53.55),
    gemeinde('03159017', 'Friedland', 'Friedland', 11000, 9.92, 51.42),
    gemeinde('03357039', 'Rotenburg (Wümme), Stadt', 'Rotenburg (Wümme)', 22000, 9.41, 53.11),
    gemeinde('05315000', 'Köln, Stadt', 'Köln', 1087353, 6.96, 50.94, '2886242'),
    gemeinde('05382056', 'Sankt Augustin, Stadt', 'Sankt Augustin', 56000, 7.19, 50.77),
    gemeinde('06412000', 'Frankfurt am Main, Stadt', 'Frankfurt am Main', 775790, 8.68, 50.11),
    gemeinde(
      '06434001',
      'Bad Homburg v. d. Höhe, Stadt',
      'Bad Homburg v. d. Höhe',
      55000,
      8.61,
      50.23
    ),
    gemeinde('08236033', 'Niefern-Öschelbronn', 'Niefern-Öschelbronn', 12000, 8.8, 48.92),
    gemeinde('09162000', 'München, Landeshauptstadt', 'München', 1510378, 11.58, 48.14, '2867714'),
    gemeinde(
      '09571193',
      'Rothenburg ob der Tauber, GKSt',
      'Rothenburg ob der Tauber',
      11000,
      10.18,
      49.38
    ),
    gemeinde('11000000', 'Berlin, Stadt', 'Berlin', 3782202, 13.4, 52.52),
    gemeinde('12053000', 'Frankfurt (Oder), Stadt', 'Frankfurt (Oder)', 57000, 14.55, 52.34),
    gemeinde('13071035', 'Friedland, Stadt', 'Friedland', 6500, 13.55, 53.67)
  ].join('\n'),
  kreise: [
    'kreis_ags,name,typ,land_code,einwohner_2023',
    '08236,Enzkreis,Landkreis,08,203000',
    '05315,"Köln, Stadt",Kreisfreie Stadt,05,1087353'
  ].join('\n'),
  laender: 'land_code,name,einwohner_2023\n05,Nordrhein-Westfalen,18000000\n11,Berlin,3782202',
  history: '{"05315999": "05315000"}'
};

const PLACE =
  'geonameid\tname\tasciiname\tname_de\talternatenames\tlat\tlon\tfcode\tcountry\tadmin1\tpopulation\tsrc';

/** One letter off on purpose: the gazetteer's transliterations differ from the layers'. */
export const places = [
  PLACE,
  '1\tQalqīlyah\tQalqilyah\t\tKalkilya|Qalqiliya\t32.18966\t34.97063\tPPL\tPS\t\t43212\tx',
  '2\tKfar Saba\t\t\tKefar Sava\t32.175\t34.90694\tPPL\tIL\t02\t80773\tx',
  "3\tTain-l'Hermitage\t\t\t\t45.07168\t4.85565\tPPL\tFR\t84\t5923\tx",
  '4\tTournon-sur-Rhône\tTournon-sur-Rhone\t\tTournon\t45.06701\t4.83277\tPPLA3\tFR\t84\t10571\tx',
  '5\tLviv\t\tLemberg\tLwiw|Lwow\t49.83826\t24.02324\tPPLA\tUA\t15\t717803\tx',
  '6\tGranada\t\t\t\t37.18817\t-3.60667\tPPLA2\tES\t51\t233764\tx',
  '7\tSaint-Denis\t\t\t\t48.93564\t2.35387\tPPL\tFR\t11\t96128\tx',
  '8\tSaint-Denis\t\t\t\t-20.88231\t55.4504\tPPLA\tRE\t\t137195\tx',
  '9\tMoshi\t\t\t\t-3.35\t37.33333\tPPLA\tTZ\t06\t221733\tx',
  '10\tRushmoor\t\t\t\t51.15\t-0.75\tPPL\tGB\tENG\t886\tx'
].join('\n');

export const EXONYMS = 'geonameid,country,name,name_de,quelle\n5,UA,Lviv,Lemberg,x';

const country = (iso2: string, iso3: string, de: string, en: string) =>
  `${iso2},${iso3},${de},${en},,150,154,Europa,Europe,False,False,,${['UA', 'GE', 'CN'].includes(iso2) ? 'True' : 'False'}`;

export const COUNTRIES = [
  'iso2,iso3,name_de,name_en,namen_de_weitere,region_m49,subregion_m49,subregion_de,subregion_en,ldc,sids,wb_income,oda_empfaenger',
  country('DE', 'DEU', 'Deutschland', 'Germany'),
  country('GB', 'GBR', 'Vereinigtes Königreich', 'United Kingdom'),
  country('CN', 'CHN', 'China', 'China'),
  country('GE', 'GEO', 'Georgien', 'Georgia'),
  country('IT', 'ITA', 'Italien', 'Italy'),
  country('BG', 'BGR', 'Bulgarien', 'Bulgaria'),
  country('UA', 'UKR', 'Ukraine', 'Ukraine'),
  country('RU', 'RUS', 'Russland', 'Russia'),
  country('FR', 'FRA', 'Frankreich', 'France')
].join('\n');
