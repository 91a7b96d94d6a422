/**
 * Soft hyphens for the long words of the goals' names: tiles are narrow, and not every browser
 * brings a dictionary for `hyphens: auto`.
 */
const SHY = '\u00ad';
const PARTS = [
  'Geschlechter|gleich|stellung',
  'Sanitär|versorgung',
  'Menschen|würdige',
  'Wirtschafts|wachstum',
  'Infra|struktur',
  'Ungleich|heiten',
  'Verantwortungs|volle',
  'Produktions|muster',
  'Klima|schutz',
  'Gerechtig|keit',
  'Institu|tionen',
  'Partner|schaften',
  'Nach|haltige',
  'Hoch|wertige',
  'Gesund|heit',
  'Wohl|ergehen',
  'respons|ible',
  'consump|tion',
  'produc|tion',
  'infra|structure',
  'sani|tation',
  'insti|tutions',
  'commu|nities',
  'inequal|ities'
].map((word) => [word.replaceAll('|', ''), word.replaceAll('|', SHY)] as const);

/** The text with places where its long words may break. */
export function breakable(text: string): string {
  return PARTS.reduce(
    (out, [word, broken]) => out.replace(new RegExp(word, 'gi'), (found) => cased(found, broken)),
    text
  );
}

/** Keeps the first letter's case. */
function cased(found: string, broken: string): string {
  return found.charAt(0) + broken.slice(1);
}
