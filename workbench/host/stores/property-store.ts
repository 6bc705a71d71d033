// One property store: text by key, within Google's sizes.

const VALUE_BYTES = 9 * 1024;
const STORE_BYTES = 500 * 1024;

export const byteLength = (text: string): number => Buffer.byteLength(text, 'utf8');

export class PropertyStore {
  #values = new Map<string, string>();
  #bytes = 0;

  get(key: string): string | null {
    return this.#values.get(key) ?? null;
  }
  set(key: string, value: string): void {
    const bytes = byteLength(value);
    if (bytes > VALUE_BYTES) throw new Error('Argument too large: value');
    const old = this.#values.get(key);
    const total =
      this.#bytes +
      bytes +
      byteLength(key) -
      (old === undefined ? 0 : byteLength(old) + byteLength(key));
    if (total > STORE_BYTES) {
      throw new Error(
        'You have exceeded the property storage quota. Please remove some properties and try again.',
      );
    }
    this.#values.set(key, value);
    this.#bytes = total;
  }
  delete(key: string): void {
    const old = this.#values.get(key);
    if (old === undefined) return;
    this.#bytes -= byteLength(old) + byteLength(key);
    this.#values.delete(key);
  }
  clear(): void {
    this.#values.clear();
    this.#bytes = 0;
  }
  entries(): Record<string, string> {
    return Object.fromEntries(this.#values);
  }
}
