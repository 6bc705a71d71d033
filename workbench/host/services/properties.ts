// PropertiesService: the user's, the document's and the script's stores of text.
import { isAbsent, needFlag, needObject, needText } from '../arguments';
import type { Execution, Scope } from '../execution';
import { at, type Misfits, type NoMisfits, Service } from '../service';
import type { PropertyStore } from '../stores/property-store';

export class PropertiesServiceService extends Service {
  static override readonly service = 'PropertiesService';

  /** In a formula these are the spreadsheet owner's, and formulas cannot write them. */
  getUserProperties(): PropertiesStoreService {
    return new PropertiesStoreService(this[at], 'user');
  }
  getDocumentProperties(): PropertiesStoreService {
    return new PropertiesStoreService(this[at], 'document');
  }
  getScriptProperties(): PropertiesStoreService {
    return new PropertiesStoreService(this[at], 'script');
  }
}

export class PropertiesStoreService extends Service {
  static override readonly service = 'Properties';
  readonly #store: PropertyStore;
  readonly #scope: Scope;

  constructor(execution: Execution, scope: Scope) {
    super(execution);
    this.#scope = scope;
    this.#store = execution.properties(scope);
  }
  getProperty(key: string): string | null {
    return this.#store.get(needText(key, 'key'));
  }
  getProperties(): Record<string, string> {
    return this.#store.entries();
  }
  getKeys(): string[] {
    return Object.keys(this.#store.entries());
  }
  setProperty(key: string, value: string): this {
    this.#needWritable('setProperty');
    this.#store.set(needText(key, 'key'), needText(value, 'value'));
    return this;
  }
  setProperties(properties: unknown, deleteAllOthers?: unknown): this {
    this.#needWritable('setProperties');
    const entries = Object.entries(needObject(properties, 'properties')).map(
      ([key, value]) => [key, needText(value, 'value')] as const,
    );
    if (!isAbsent(deleteAllOthers) && needFlag(deleteAllOthers, 'deleteAllOthers')) {
      this.#store.clear();
    }
    for (const [key, value] of entries) this.#store.set(key, value);
    return this;
  }
  deleteProperty(key: string): this {
    this.#needWritable('deleteProperty');
    this.#store.delete(needText(key, 'key'));
    return this;
  }
  deleteAllProperties(): this {
    this.#needWritable('deleteAllProperties');
    this.#store.clear();
    return this;
  }
  #needWritable(method: string): void {
    if (this[at].mode === 'CUSTOM_FUNCTION' && this.#scope === 'user') {
      throw new Error(`You do not have permission to call ${method}`);
    }
  }
}

export type PropertiesServiceFits = NoMisfits<
  Misfits<PropertiesServiceService, GoogleAppsScript.Properties.PropertiesService>
>;
export type PropertiesFits = NoMisfits<
  Misfits<PropertiesStoreService, GoogleAppsScript.Properties.Properties>
>;
