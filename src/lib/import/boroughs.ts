/**
 * Boroughs of Berlin and Hamburg: bodies of their own with councils that hold partnerships.
 * Berlin's boroughs before the reform of 2001 lead to the borough that took over their ties.
 */
import type { Position } from './distance.ts';
import { fold } from './names.ts';
import type { Body } from './register.ts';

/** Name -> [GeoNames id of its namesake quarter or main centre, former boroughs]. */
const BERLIN: Record<string, [number, string[]]> = {
  Mitte: [6545310, ['Tiergarten', 'Wedding']],
  'Friedrichshain-Kreuzberg': [2884161, ['Friedrichshain', 'Kreuzberg']],
  Pankow: [2855598, ['Prenzlauer Berg', 'Weißensee']],
  'Charlottenburg-Wilmersdorf': [2940187, ['Charlottenburg', 'Wilmersdorf']],
  Spandau: [7290252, []],
  'Steglitz-Zehlendorf': [2829109, ['Steglitz', 'Zehlendorf']],
  'Tempelhof-Schöneberg': [2823538, ['Tempelhof', 'Schöneberg']],
  Neukölln: [2864695, []],
  'Treptow-Köpenick': [2885656, ['Treptow', 'Köpenick']],
  'Marzahn-Hellersdorf': [2873074, ['Marzahn', 'Hellersdorf']],
  Lichtenberg: [2878102, ['Hohenschönhausen']],
  Reinickendorf: [2848756, []]
};
const HAMBURG: Record<string, [number, string[]]> = {
  'Hamburg-Mitte': [2911288, []],
  Altona: [2911296, []],
  Eimsbüttel: [2911293, []],
  'Hamburg-Nord': [8354626, []],
  Wandsbek: [2911285, []],
  Bergedorf: [7290243, []],
  Harburg: [2910685, []]
};

export const BOROUGH_IDS: readonly number[] = [
  ...Object.values(BERLIN),
  ...Object.values(HAMBURG)
].map(([id]) => id);

/**
 * Finder of boroughs: (city, part) -> body or null. City is `berlin` or `hamburg`, folded.
 * @param positions of the GeoNames ids; the city's own position where one is missing
 */
export function boroughFinder(
  positions: ReadonlyMap<number, Position>,
  cities: ReadonlyMap<string, Body>
): (city: string, part: string) => Body | null {
  const found = new Map<string, Body>();
  const add = (city: string, land: string, table: Record<string, [number, string[]]>) => {
    const whole = cities.get(`${land}000000`)!;
    for (const [name, [id, former]] of Object.entries(table)) {
      const at = positions.get(id) ?? whole.at;
      const full = name.startsWith(whole.name) ? name : `${whole.name}-${name}`;
      const body: Body = {
        ...whole,
        key: `bezirk:${land}-${fold(name).replaceAll(' ', '-')}`,
        kind: 'bezirk',
        ags: null,
        ars: null,
        name: full,
        nameFull: `Bezirk ${name}`,
        population: null,
        postcode: null,
        at,
        points: [at, whole.at],
        geonamesId: null
      };
      for (const label of [name, full, ...former]) found.set(`${city}|${fold(label)}`, body);
    }
  };
  add('berlin', '11', BERLIN);
  add('hamburg', '02', HAMBURG);
  found.set('hamburg|mitte', found.get('hamburg|hamburg mitte')!);
  return (city, part) => found.get(`${city}|${fold(part)}`) ?? null;
}
