/**
 * The browser's copy of the published data: loaded once by hash, then every filter is local.
 *
 * Contract: `dataset` is null until the core part has arrived and was checked; `failed` says that it
 * did not, and then pages keep working through the server. Details and the register come when a
 * view asks for them, or when all else has been loaded. Nothing is kept in cookies or storage; the browser's HTTP cache is enough.
 */
import { page } from '$app/state';
import type { Dataset } from '../domain/dataset.ts';
import type { Details } from '../domain/detail.ts';
import type { NetworkLayout } from '../domain/layout.ts';
import type { Register } from '../domain/register.ts';
import type { Search } from '../domain/search.ts';
import { select } from '../domain/selection.ts';
import { parse, vocabularyOf } from '../url/codec.ts';
import { decodeCore } from '../snapshot/core.ts';
import { decodeDetail } from '../snapshot/detail.ts';
import { decodeLayout } from '../snapshot/layout.ts';
import { decodeSearch } from '../snapshot/search.ts';

/** Addresses of the parts of one snapshot. */
export interface SnapshotLinks {
  version: number;
  /** ISO timestamp. */
  publishedAt: string;
  core: string;
  detail: string;
  search: string;
  /** null: the snapshot has no such part. */
  layout?: string | null;
}

export class AtlasData {
  dataset = $state.raw<Dataset | null>(null);
  details = $state.raw<Details | null>(null);
  register = $state.raw<Register | null>(null);
  layout = $state.raw<NetworkLayout | null>(null);
  /** The snapshot has no places of the network, or they did not arrive. */
  layoutMissing = $state(false);
  /** There as soon as the register is. */
  search = $state.raw<Search | null>(null);
  failed = $state(false);
  /** The last try to get that part failed; asking again tries again. */
  detailsFailed = $state(false);
  registerFailed = $state(false);

  /** What the address asks for, read against the loaded data; null before. */
  readonly vocabulary = $derived(this.dataset && vocabularyOf(this.dataset));
  readonly parsed = $derived(this.vocabulary && parse(page.url.searchParams, this.vocabulary));
  readonly selection = $derived(
    this.dataset && this.parsed && select(this.dataset, this.parsed.filters)
  );

  /** The browser answers: until then every link asks the server. */
  readonly alive = $derived(this.dataset !== null);

  /** Everything is here: from now on the page works without a network. */
  readonly complete = $derived(
    this.dataset !== null && this.details !== null && this.register !== null
  );

  /** Scheme and host of the page, for addresses that leave it. */
  readonly origin = $derived(page.url.origin);

  readonly #links: SnapshotLinks;
  #detail: Promise<void> | null = null;
  #search: Promise<void> | null = null;

  constructor(links: SnapshotLinks) {
    this.#links = links;
  }

  /** Loads the core part; never throws. */
  async load(): Promise<void> {
    try {
      const dataset = decodeCore(await text(this.#links.core), this.#links);
      await breath();
      this.dataset = dataset;
    } catch (problem) {
      console.warn('The data could not be loaded; the server answers instead.', problem);
      this.failed = true;
    }
  }

  /** Fetches the other parts while nothing else is to do, so that the page lasts offline. */
  loadRest(): void {
    const { connection } = navigator as { connection?: { saveData?: boolean } };
    if (connection?.saveData) return;
    whenIdle(() => void this.loadDetails().then(() => this.loadRegister()));
  }

  /** Loads what stands behind each partnership, once. */
  loadDetails(): Promise<void> {
    this.#detail ??= text(this.#links.detail)
      .then(async (body) => {
        const details = decodeDetail(body);
        await breath();
        this.details = details;
        this.detailsFailed = false;
      })
      .catch(() => {
        this.#detail = null;
        this.detailsFailed = true;
      });
    return this.#detail;
  }

  /** Loads the places of the network, once; `layout` stays null where there are none. Never throws. */
  async loadLayout(): Promise<void> {
    const address = this.#links.layout;
    if (!this.dataset || this.layout) return;
    const nodes = this.dataset.authorities.length + this.dataset.partners.length;
    const layout = address
      ? await text(address)
          .then((body) => decodeLayout(body, nodes))
          .catch(() => null)
      : null;
    await breath();
    this.layout = layout;
    this.layoutMissing = this.layout === null;
  }

  /** Loads the register of all places and the search in it, once. Needs the dataset. */
  loadRegister(): Promise<void> {
    const { dataset } = this;
    if (!dataset) return Promise.resolve();
    this.#search ??= Promise.all([text(this.#links.search), import('../domain/search.ts')])
      .then(async ([body, { searchOf }]) => {
        const register = decodeSearch(body);
        await breath();
        const search = searchOf(dataset, register);
        await breath();
        this.register = register;
        this.search = search;
        this.registerFailed = false;
      })
      .catch(() => {
        this.#search = null;
        this.registerFailed = true;
      });
    return this.#search;
  }
}

/** Safari has no idle callback. */
function whenIdle(then: () => void): void {
  if ('requestIdleCallback' in window) requestIdleCallback(then, { timeout: 5000 });
  else setTimeout(then, 1000);
}

/** Reading a part and drawing what it brings are two tasks: a click in between is answered. */
const breath = () => new Promise<void>((go) => setTimeout(go));

async function text(address: string): Promise<string> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.text();
}
