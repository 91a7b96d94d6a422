/**
 * What this server knows about all snapshots there are and were, as of its last look.
 *
 * Contract: answers from memory; only `look` asks the database, and a failed look changes nothing.
 */
import type { Manifest, PartName } from '../snapshot/manifest.ts';
import type { SnapshotSource, Withdrawn } from './source.ts';

export class Published {
  /** Newest first; null until the database could be asked. */
  #manifests: Manifest[] | null = null;
  #withdrawn: Withdrawn[] = [];

  get list(): Manifest[] | null {
    return this.#manifests;
  }

  get withdrawn(): Withdrawn[] {
    return this.#withdrawn;
  }

  /** Number of the newest one; 0 while nothing is known. */
  get newest(): number {
    return this.#manifests?.[0]?.version ?? 0;
  }

  /** Differs whenever the list differs. */
  get key(): string {
    return `${this.newest}-${this.#manifests?.length ?? 0}-${this.#withdrawn.length}`;
  }

  of(version: number): Manifest | undefined {
    return this.#manifests?.find((manifest) => manifest.version === version);
  }

  isWithdrawn(version: number): boolean {
    return this.#withdrawn.some((gone) => gone.version === version);
  }

  has(name: PartName, hash: string): boolean {
    return this.#manifests?.some(({ parts }) => parts[name]?.hash === hash) ?? false;
  }

  /** Whether only withdrawn snapshots had the part. */
  wasWithdrawn(hash: string): boolean {
    return this.#withdrawn.some((gone) => gone.hashes.includes(hash));
  }

  async look(source: SnapshotSource): Promise<void> {
    const [manifests, withdrawn] = await Promise.all([source.list(), source.withdrawn()]);
    this.#manifests = manifests;
    this.#withdrawn = withdrawn;
  }
}
