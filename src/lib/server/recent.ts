/** A map of a few values: the one that was used least recently makes room. */
export class Recent<K, V> {
  readonly #values = new Map<K, V>();
  readonly #limit: number;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Using a value keeps it. */
  get(key: K): V | undefined {
    const value = this.#values.get(key);
    if (value !== undefined) this.set(key, value);
    return value;
  }

  has(key: K): boolean {
    return this.#values.has(key);
  }

  set(key: K, value: V): void {
    this.#values.delete(key);
    this.#values.set(key, value);
    while (this.#values.size > this.#limit)
      this.#values.delete(this.#values.keys().next().value as K);
  }

  delete(key: K): void {
    this.#values.delete(key);
  }

  keys(): K[] {
    return [...this.#values.keys()];
  }
}
