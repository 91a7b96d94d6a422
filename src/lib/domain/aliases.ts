/** Other names people type: folded, by ISO code or by the folded official name. Not complete. */

export const COUNTRY_ALIASES: Readonly<Record<string, readonly string[]>> = {
  BA: ['bosnien herzegowina'],
  BY: ['weissrussland'],
  CD: ['demokratische republik kongo', 'dr kongo'],
  CI: ['elfenbeinkuste', 'ivory coast'],
  CV: ['kap verde', 'kapverden'],
  CZ: ['tschechische republik', 'czech republic'],
  GB: ['grossbritannien', 'great britain', 'england', 'schottland', 'wales', 'uk'],
  IR: ['persien'],
  KP: ['korea'],
  KR: ['korea'],
  MD: ['moldawien'],
  MM: ['burma', 'birma'],
  NL: ['holland'],
  PS: ['palastina'],
  RU: ['russische foderation'],
  SZ: ['swasiland'],
  TL: ['osttimor'],
  TR: ['turkiye'],
  US: ['usa', 'amerika'],
  VA: ['vatikan']
};

export const GERMAN_ALIASES: Readonly<Record<string, readonly string[]>> = {
  munchen: ['munich'],
  koln: ['cologne'],
  nurnberg: ['nuremberg'],
  hannover: ['hanover'],
  braunschweig: ['brunswick'],
  bayern: ['bavaria'],
  hessen: ['hesse'],
  niedersachsen: ['lower saxony'],
  'mecklenburg vorpommern': ['mecklenburg western pomerania'],
  'nordrhein westfalen': ['nrw', 'north rhine westphalia'],
  'rheinland pfalz': ['rhineland palatinate'],
  sachsen: ['saxony'],
  'sachsen anhalt': ['saxony anhalt'],
  thuringen: ['thuringia']
};
