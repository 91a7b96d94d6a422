/** The nodes of the network in words: names, where they are, which part of the world. */
import type { Dataset } from '../../domain/dataset.ts';
import type { Selection } from '../../domain/selection.ts';
import type { Locale } from '../../i18n/locale.ts';
import { m } from '../../i18n/paraglide/messages.js';
import { buildGraph, type Graph } from '../../network/graph.ts';
import { named } from '../labels.ts';

const graphs = new WeakMap<Selection, Graph>();

/** The network of a selection, built once for picture, table and words. */
export function networkOf(dataset: Dataset, selection: Selection): Graph {
  let graph = graphs.get(selection);
  if (!graph) graphs.set(selection, (graph = buildGraph(dataset, selection)));
  return graph;
}

/** Parts of the world, few enough to tell their colours apart; the last is Germany itself. */
export const PARTS = [
  { name: m.part_west, regions: ['155'] },
  { name: m.part_ost, regions: ['151'] },
  { name: m.part_nord, regions: ['154'] },
  { name: m.part_sued, regions: ['039'] },
  { name: m.part_amerika, regions: ['419', '021', '005', '013', '029'] },
  { name: m.part_afrika, regions: ['015', '202', '011', '014', '017', '018'] },
  { name: m.part_asien, regions: [] }
] as const;
export const GERMANY = PARTS.length;

export class Places {
  readonly #dataset: Dataset;
  readonly #locale: Locale;
  readonly #own: number;

  constructor(dataset: Dataset, locale: Locale) {
    this.#dataset = dataset;
    this.#locale = locale;
    this.#own = dataset.authorities.length;
  }

  isOwn(node: number): boolean {
    return node < this.#own;
  }

  id(node: number): string {
    const { authorities, partners } = this.#dataset;
    return this.isOwn(node) ? authorities.id[node]! : partners.id[node - this.#own]!;
  }

  /** Node of an id; -1 where there is none. */
  node(id: string): number {
    const { authorities, partners } = this.#dataset;
    if (id.startsWith('a')) return authorities.id.indexOf(id);
    const row = partners.id.indexOf(id);
    return row < 0 ? -1 : this.#own + row;
  }

  name(node: number): string {
    const { authorities, partners } = this.#dataset;
    if (this.isOwn(node)) return authorities.name[node]!;
    return (this.#locale === 'de' ? partners.nameDe : partners.nameEn)[node - this.#own]!;
  }

  /** Land or country. */
  where(node: number): string {
    const { authorities, partners, laender, countries } = this.#dataset;
    return this.isOwn(node)
      ? laender[authorities.land[node]!]!.name
      : named(countries[partners.country[node - this.#own]!]!, this.#locale);
  }

  /** Position in PARTS; GERMANY for German bodies. */
  part(node: number): number {
    const { partners, countries } = this.#dataset;
    if (this.isOwn(node)) return GERMANY;
    const { region } = countries[partners.country[node - this.#own]!]!;
    const found = PARTS.findIndex(({ regions }) => (regions as readonly string[]).includes(region));
    return found < 0 ? PARTS.length - 1 : found;
  }
}
