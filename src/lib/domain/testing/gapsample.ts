/** Test support: a random dataset whose denominators fit, with register, memberships and silent bodies. */
import type { Dataset } from '../dataset.ts';
import type { Extras } from '../detail.ts';
import type { GapContext } from '../gapframe.ts';
import { SIZE_CLASSES, sizeClassOf } from '../model.ts';
import type { RegisterEntry } from '../register.ts';
import { randomDataset } from './dataset.ts';
import { random, type Random } from './random.ts';

export interface GapSample {
  dataset: Dataset;
  context: GapContext & { register: RegisterEntry[]; extras: Extras };
  r: Random;
}

const NETWORKS = ['agenda2030', 'fairtrade', 'unbesetzt'];

/** The Länder of random datasets have one Kreis each. */
export function gapSample(seed: number, ties: number): GapSample {
  const r = random(seed);
  const made = randomDataset(r, ties);
  // A least developed country, and kinds of Gemeinden without a known population.
  made.countries[2]!.ldc = true;
  const { authorities } = made;
  const rows = authorities.id.map((id, row): RegisterEntry => {
    const population = authorities.population[row]!;
    return entry(id, authorities.name[row]!, authorities.land[row]!, {
      kind: authorities.kind[row]!,
      kreis: authorities.kreis[row]!,
      population: population < 0 ? null : population
    });
  });
  const quiet = Array.from({ length: r.below(12) }, (_, i) =>
    entry(`a${5000 + i}`, r.pick(['Stilldorf', 'Neu-Ulm']), r.below(3), {
      population: r.chance(0.1) ? null : r.below(200_000)
    })
  );
  const register = [...rows, ...quiet];
  const gemeinden = made.laender.map(({ code }) =>
    SIZE_CLASSES.map(
      ({ id }) => register.filter((body) => body.land === code && sizeOf(body) === id).length
    )
  );
  const confirmedNone = register
    .filter(() => r.chance(0.15))
    .map((body) => {
      const { id, kind, land, kreis } = body;
      return { id, kind, land, kreis, size: sizeOf(body) };
    });
  const memberships = register.flatMap(({ id }) =>
    r.some(NETWORKS.slice(0, 2), 0.2).map((network) => {
      return { authority: id, network, programme: '', year: '', caveat: '', url: '' };
    })
  );
  const extras = {
    networks: NETWORKS.map((id) => ({ id, nameDe: id, nameEn: id, kind: '' })),
    memberships
  } as unknown as Extras;
  return {
    dataset: { ...made, gemeinden, kreisGemeinden: gemeinden, confirmedNone },
    context: { register, extras },
    r
  };
}

export const sizeOf = ({ kind, population }: Pick<RegisterEntry, 'kind' | 'population'>) =>
  kind === 'gemeinde' ? sizeClassOf(population) : null;

function entry(
  id: string,
  name: string,
  land: number,
  more: Partial<RegisterEntry>
): RegisterEntry {
  const code = `0${land + 1}`;
  return {
    ...{ id, name, land: code, kreis: `${code}001`, kind: 'gemeinde', postcode: '' },
    ...{ population: 0, lon: 10, lat: 50 },
    ...more
  };
}
