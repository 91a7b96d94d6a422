/** The sources of the seed with licence and attribution, as rows of `public.source`. */
export interface SourceRow {
  id: string;
  layer: number | null;
  title: string;
  url: string;
  licence: string;
  licence_url: string;
  attribution_de: string;
  attribution_en: string;
  retrieved_at: string;
  state_de: string;
  state_en: string;
}

const CC_BY_SA = 'https://creativecommons.org/licenses/by-sa/4.0/';
const CC_BY = 'https://creativecommons.org/licenses/by/4.0/';
const CC0 = 'https://creativecommons.org/publicdomain/zero/1.0/';

export const SOURCES: readonly SourceRow[] = [
  {
    id: 'wikidata-2017',
    layer: 0,
    title: 'Wikidata, property P190 (twinned administrative body)',
    url: 'https://www.wikidata.org/wiki/Property:P190',
    licence: 'CC0 1.0',
    licence_url: CC0,
    attribution_de: 'Wikidata (CC0), Auszug in rogorido/sistercities',
    attribution_en: 'Wikidata (CC0), export in rogorido/sistercities',
    retrieved_at: '2026-11-22',
    state_de: 'Mai/Juli 2017',
    state_en: 'May/July 2017'
  },
  {
    id: 'wikipedia-2026',
    layer: 1,
    title: 'Wikipedia, Lists of twin towns and sister cities',
    url: 'https://en.wikipedia.org/wiki/Lists_of_twin_towns_and_sister_cities',
    licence: 'CC BY-SA 4.0',
    licence_url: CC_BY_SA,
    attribution_de: 'Wikipedia contributors (CC BY-SA 4.0), zusammengestellt in Hekman/twincities',
    attribution_en: 'Wikipedia contributors (CC BY-SA 4.0), compiled in Hekman/twincities',
    retrieved_at: '2026-11-22',
    state_de: 'Februar 2026',
    state_en: 'February 2026'
  },
  {
    id: 'facts-2026',
    layer: 2,
    title: 'Einzelangaben mit Fundstelle / Statements with their source',
    url: 'https://skew.engagement-global.de/',
    licence: 'facts',
    licence_url: '',
    attribution_de: 'Eigene Auswertung öffentlicher Seiten; jede Angabe nennt ihre Fundstelle',
    attribution_en: 'Own reading of public pages; every statement names its page',
    retrieved_at: '2026-11-22',
    state_de: 'gelesen November 2026',
    state_en: 'read November 2026'
  },
  {
    id: 'reference-2026',
    layer: null,
    title: 'Förderung, Akteure, UN-Überprüfungen / Funding, actors, UN reviews',
    url: 'https://hlpf.un.org/',
    licence: 'facts',
    licence_url: '',
    attribution_de: 'Eigene Auswertung öffentlicher Seiten; jede Angabe nennt ihre Fundstelle',
    attribution_en: 'Own reading of public pages; every statement names its page',
    retrieved_at: '2026-11-22',
    state_de: 'gelesen November 2026',
    state_en: 'read November 2026'
  },
  {
    id: 'destatis',
    layer: null,
    title: 'Gemeindeverzeichnis GV-ISys, Gebietsstand 31.12.2024',
    url: 'https://www.destatis.de/DE/Themen/Laender-Regionen/Regionales/Gemeindeverzeichnis/_inhalt.html',
    licence: 'attribution',
    licence_url: '',
    attribution_de: '© Statistisches Bundesamt (Destatis), 2025; Daten verändert',
    attribution_en: '© Federal Statistical Office (Destatis), 2025; data changed',
    retrieved_at: '2026-11-22',
    state_de: 'Gebietsstand 31.12.2024, Bevölkerung 31.12.2023',
    state_en: 'territory of 31 Dec 2024, population of 31 Dec 2023'
  },
  {
    id: 'bkg-vg5000',
    layer: null,
    title: 'Verwaltungsgebiete 1:5 000 000 (VG5000)',
    url: 'https://gdz.bkg.bund.de/',
    licence: 'dl-de/by-2-0',
    licence_url: 'https://www.govdata.de/dl-de/by-2-0',
    attribution_de: '© GeoBasis-DE / BKG (2021), dl-de/by-2-0, Daten verändert',
    attribution_en: '© GeoBasis-DE / BKG (2021), dl-de/by-2-0, data changed',
    retrieved_at: '2026-11-22',
    state_de: '2021, auf 31.12.2024 fortgeführt',
    state_en: '2021, brought to 31 Dec 2024'
  },
  {
    id: 'geonames',
    layer: null,
    title: 'GeoNames gazetteer',
    url: 'https://www.geonames.org/',
    licence: 'CC BY 4.0',
    licence_url: CC_BY,
    attribution_de: '© GeoNames, geonames.org, CC BY 4.0',
    attribution_en: '© GeoNames, geonames.org, CC BY 4.0',
    retrieved_at: '2026-11-22',
    state_de: '2023 bis 2026',
    state_en: '2023 to 2026'
  },
  {
    id: 'natural-earth',
    layer: null,
    title: 'Natural Earth',
    url: 'https://www.naturalearthdata.com/',
    licence: 'Public domain',
    licence_url: 'https://www.naturalearthdata.com/about/terms-of-use/',
    attribution_de: 'Natural Earth (gemeinfrei), Daten verändert',
    attribution_en: 'Natural Earth (public domain), data changed',
    retrieved_at: '2026-11-22',
    state_de: 'Version 4.1',
    state_en: 'version 4.1'
  },
  {
    id: 'dac',
    layer: null,
    title: 'DAC List of ODA Recipients 2024/25; UN M49, LDC, SIDS; World Bank income',
    url: 'https://www.oecd.org/en/topics/oda-eligibility-and-conditions/dac-list-of-oda-recipients.html',
    licence: 'MIT / PDDL',
    licence_url: 'https://opendatacommons.org/licenses/pddl/1-0/',
    attribution_de: 'OECD-DAC, Vereinte Nationen, Weltbank; Namen: Unicode CLDR',
    attribution_en: 'OECD DAC, United Nations, World Bank; names: Unicode CLDR',
    retrieved_at: '2026-11-22',
    state_de: 'DAC-Liste 2024/25',
    state_en: 'DAC list 2024/25'
  },
  {
    id: 'sdg-texts',
    layer: null,
    title: 'Open SDG translations: goals and targets',
    url: 'https://github.com/open-sdg/sdg-translations',
    licence: 'MIT',
    licence_url: 'https://opensource.org/license/mit',
    attribution_de: 'Zieltexte: Open SDG (MIT)',
    attribution_en: 'Texts of goals: Open SDG (MIT)',
    retrieved_at: '2026-11-22',
    state_de: '27.10.2022',
    state_en: '27 Oct 2022'
  }
];
