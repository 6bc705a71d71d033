// Utilities: waiting on the host's clock, dates in a zone, base64, digests, compression.
import { createHash, createHmac, randomUUID } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { isAbsent, needArray, needDate, needInteger, needText } from '../arguments';
import { Charset, DigestAlgorithm, enumName } from '../enums';
import type { Execution } from '../execution';
import { at, type Misfits, type NoMisfits, Service } from '../service';
import { formatJavaDate, parseJavaDate } from '../text/java-date';

const MAX_SLEEP = 300_000;
const HASHES: Record<string, string> = {
  MD5: 'md5',
  SHA_1: 'sha1',
  SHA_256: 'sha256',
  SHA_384: 'sha384',
  SHA_512: 'sha512',
};

export class UtilitiesService extends Service {
  static override readonly service = 'Utilities';
  readonly DigestAlgorithm = DigestAlgorithm;
  readonly Charset = Charset;

  sleep(milliseconds: number): void {
    const ms = needInteger(milliseconds, 'milliseconds');
    if (ms < 0 || ms > MAX_SLEEP) {
      throw new Error(`Invalid argument: milliseconds must be from 0 to ${MAX_SLEEP}.`);
    }
    this[at].world.clock.sleep(ms);
  }
  formatDate(date: unknown, timeZone: string, format: string): string {
    return formatJavaDate(
      needDate(date, 'date'),
      needText(timeZone, 'timeZone'),
      needText(format, 'format'),
    );
  }
  parseDate(date: string, timeZone: string, format: string): Date {
    return new Date(
      parseJavaDate(
        needText(date, 'date'),
        needText(timeZone, 'timeZone'),
        needText(format, 'format'),
      ),
    );
  }
  getUuid(): string {
    return randomUUID();
  }
  base64Encode(data: unknown, charset?: unknown): string {
    return bytesOf(data, charset).toString('base64');
  }
  base64EncodeWebSafe(data: unknown, charset?: unknown): string {
    const text = bytesOf(data, charset).toString('base64');
    return text.replaceAll('+', '-').replaceAll('/', '_');
  }
  base64Decode(encoded: string, charset?: unknown): number[] {
    return decode(needText(encoded, 'encoded'), charset);
  }
  base64DecodeWebSafe(encoded: string, charset?: unknown): number[] {
    const text = needText(encoded, 'encoded').replaceAll('-', '+').replaceAll('_', '/');
    return decode(text, charset);
  }
  computeDigest(algorithm: unknown, value: unknown, charset?: unknown): number[] {
    const name = enumName(DigestAlgorithm, algorithm, 'algorithm');
    const hash = HASHES[name];
    if (!hash) throw new Error(`not emulated: Utilities.DigestAlgorithm.${name}`);
    return signed(createHash(hash).update(bytesOf(value, charset)).digest());
  }
  computeHmacSha256Signature(value: unknown, key: unknown, charset?: unknown): number[] {
    const mac = createHmac('sha256', bytesOf(key, charset));
    return signed(mac.update(bytesOf(value, charset)).digest());
  }
  newBlob(data: unknown, contentType?: unknown, name?: unknown): BlobService {
    return new BlobService(
      this[at],
      bytesOf(data, undefined),
      isAbsent(contentType) ? null : needText(contentType, 'contentType'),
      isAbsent(name) ? null : needText(name, 'name'),
    );
  }
  gzip(blob: unknown, name?: unknown): BlobService {
    const packed = gzipSync(needBlob(blob)[bytes]);
    const title = isAbsent(name) ? 'archive.gz' : needText(name, 'name');
    return new BlobService(this[at], packed, 'application/x-gzip', title);
  }
  ungzip(blob: unknown): BlobService {
    return new BlobService(this[at], gunzipSync(needBlob(blob)[bytes]), null, null);
  }
}

const bytes: unique symbol = Symbol('bytes');

class BlobService extends Service {
  static override readonly service = 'Blob';
  readonly [bytes]: Buffer;
  readonly #contentType: string | null;
  #name: string | null;

  constructor(
    execution: Execution,
    content: Buffer,
    contentType: string | null,
    name: string | null,
  ) {
    super(execution);
    this[bytes] = content;
    this.#contentType = contentType;
    this.#name = name;
  }
  getBytes(): number[] {
    return signed(this[bytes]);
  }
  getDataAsString(charset?: unknown): string {
    if (!isAbsent(charset) && !/^utf-?8$/i.test(needText(charset, 'charset'))) {
      throw new Error(`not emulated: Blob charset ${charset}`);
    }
    return this[bytes].toString('utf8');
  }
  getContentType(): string | null {
    return this.#contentType;
  }
  getName(): string | null {
    return this.#name;
  }
  setName(name: string): this {
    this.#name = needText(name, 'name');
    return this;
  }
}

function needBlob(value: unknown): BlobService {
  if (!(value instanceof BlobService)) throw new Error('Invalid argument: blob');
  return value;
}

/** Java's bytes go from -128 to 127. */
const signed = (data: Buffer): number[] =>
  Array.from(data, (byte) => (byte > 127 ? byte - 256 : byte));

function bytesOf(data: unknown, charset: unknown): Buffer {
  const name = isAbsent(charset) ? 'UTF_8' : enumName(Charset, charset, 'charset');
  if (typeof data === 'string') {
    // Java writes a question mark for what ASCII lacks.
    const text = name === 'US_ASCII' ? data.replace(/[^\0-\x7f]/g, '?') : data;
    return Buffer.from(text, 'utf8');
  }
  return Buffer.from(
    needArray(data, 'data').map((byte) => {
      const value = needInteger(byte, 'data');
      if (value < -128 || value > 127) throw new Error('Invalid argument: a byte out of range.');
      return value & 255;
    }),
  );
}

function decode(text: string, charset: unknown): number[] {
  if (!isAbsent(charset)) enumName(Charset, charset, 'charset');
  if (!/^[A-Za-z0-9+/\s]*={0,2}\s*$/.test(text)) throw new Error('Could not decode string.');
  return signed(Buffer.from(text, 'base64'));
}

export type UtilitiesFits = NoMisfits<
  Misfits<UtilitiesService, GoogleAppsScript.Utilities.Utilities>
>;
export type BlobFits = NoMisfits<Misfits<BlobService, GoogleAppsScript.Base.Blob>>;
