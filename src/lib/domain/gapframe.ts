/**
 * Against what the gap matrix counts: all Gemeinden by Land, Kreis, size class and networks, with
 * their inhabitants.
 *
 * Contract: pure; kept per register. Without the register (it comes late in the browser) numbers of
 * Gemeinden are those of the dataset, inhabitants are not known, and there are no networks: for
 * whom a membership is recorded says only who is in one, so its members are its denominator.
 */
import type { Dataset } from './dataset.ts';
import type { Extras } from './detail.ts';
import type { Filters } from './filters.ts';
import { SIZE_CLASSES, sizeClassOf } from './model.ts';
import type { Register } from './register.ts';

export interface GapContext {
  register: Register | null;
  /** What is recorded beside partnerships: the memberships are used. */
  extras: Extras | null;
}

export interface GapNetwork {
  id: string;
  nameDe: string;
  nameEn: string;
}

/** Gemeinden that no authority axis tells apart; positions in the dataset's lists. */
export interface Stratum {
  land: number;
  /** -1 where only the numbers per Land are known. */
  kreis: number;
  size: number;
  /** Bit k = member of `networks[k]`. */
  networks: number;
  gemeinden: number;
  /** null = not known. */
  inhabitants: number | null;
}

export interface GapFrame {
  strata: readonly Stratum[];
  /** By id; those with at least one Gemeinde among their members. */
  networks: readonly GapNetwork[];
  /** Networks of a body by its id, as bits. */
  networksOf: ReadonlyMap<string, number>;
}

/** Networks that fit into a mask beside the totals. */
const MOST = 27;

interface Kept {
  register: Register | null;
  extras: Extras | null;
  frame: GapFrame;
}
const cache = new WeakMap<Dataset, Kept>();

export function frameOf(dataset: Dataset, { register, extras }: GapContext): GapFrame {
  const kept = cache.get(dataset);
  if (kept?.register === register && kept.extras === extras) return kept.frame;
  const frame = register ? fromRegister(dataset, register, extras) : fromCounts(dataset);
  cache.set(dataset, { register, extras, frame });
  return frame;
}

function fromRegister(dataset: Dataset, register: Register, extras: Extras | null): GapFrame {
  const at = (list: readonly { code: string }[]) =>
    new Map(list.map(({ code }, position) => [code, position]));
  const [laender, kreise] = [at(dataset.laender), at(dataset.kreise)];
  const sizes = SIZE_CLASSES.map(({ id }) => id);
  const { networks, networksOf } = membersOf(register, extras);
  const strata = new Map<string, Stratum>();
  for (const { id, kind, land, kreis, population } of register) {
    const size = kind === 'gemeinde' ? sizeClassOf(population) : null;
    if (size === null) continue;
    const bits = networksOf.get(id) ?? 0;
    const key = `${kreis} ${size} ${bits}`;
    let stratum = strata.get(key);
    if (!stratum) {
      stratum = {
        land: laender.get(land) ?? -1,
        kreis: kreise.get(kreis) ?? -1,
        size: sizes.indexOf(size),
        networks: bits,
        gemeinden: 0,
        inhabitants: 0
      };
      strata.set(key, stratum);
    }
    stratum.gemeinden++;
    stratum.inhabitants! += population!;
  }
  return { strata: [...strata.values()], networks, networksOf };
}

function membersOf(register: Register, extras: Extras | null) {
  const gemeinden = new Set(register.filter(({ kind }) => kind === 'gemeinde').map(({ id }) => id));
  const members = new Map<string, Set<string>>();
  for (const { authority, network } of extras?.memberships ?? []) {
    if (!gemeinden.has(authority)) continue;
    const own = members.get(network) ?? new Set();
    members.set(network, own.add(authority));
  }
  const networks = (extras?.networks ?? [])
    .filter(({ id }) => members.has(id))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .slice(0, MOST)
    .map(({ id, nameDe, nameEn }) => ({ id, nameDe, nameEn }));
  const networksOf = new Map<string, number>();
  networks.forEach(({ id }, k) => {
    for (const body of members.get(id)!)
      networksOf.set(body, (networksOf.get(body) ?? 0) | (1 << k));
  });
  return { networks, networksOf };
}

function fromCounts({ gemeinden, kreisGemeinden, kreise, laender }: Dataset): GapFrame {
  const landAt = new Map(laender.map(({ code }, position) => [code, position]));
  const strata = (kreisGemeinden ?? gemeinden).flatMap((counts, position) => {
    const kreis = kreisGemeinden ? position : -1;
    const land = kreisGemeinden ? landAt.get(kreise[position]!.code.slice(0, 2))! : position;
    return counts.map((count, size): Stratum => {
      return { land, kreis, size, networks: 0, gemeinden: count, inhabitants: null };
    });
  });
  return { strata, networks: [], networksOf: new Map() };
}

/**
 * The strata that the filters' authority side leaves.
 * @returns null where Kreise are asked for and no numbers per Kreis are known
 */
export function strataUnder(
  { kreise, laender }: Dataset,
  { strata }: GapFrame,
  filters: Pick<Filters, 'kreise' | 'laender' | 'sizes'>
): Stratum[] | null {
  const fits = <T>(asked: readonly T[], all: readonly T[]) => {
    const wanted = new Set(asked);
    const list = all.map((one) => wanted.size === 0 || wanted.has(one));
    return (position: number) => list[position] ?? wanted.size === 0;
  };
  const land = fits(
    filters.laender,
    laender.map(({ code }) => code)
  );
  const kreis = fits(
    filters.kreise,
    kreise.map(({ code }) => code)
  );
  const size = fits(
    filters.sizes,
    SIZE_CLASSES.map(({ id }) => id)
  );
  if (filters.kreise.length > 0 && strata.some((one) => one.kreis < 0)) return null;
  return strata.filter((one) => land(one.land) && kreis(one.kreis) && size(one.size));
}
