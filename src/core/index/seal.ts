// Seals a text of the hidden tab, so that a cell that was edited, cut, deleted, moved, half written or is
// of an older version is noticed and never read as a number.
import { hashText } from './hash';
import type { ChunkPlace } from './query';

/** What a seal says of a text, in base 36. Version and place are hashed too, since both can go wrong. */
export function sealHash(text: string, version: number, place = ''): string {
  return hashText(`${version} ${place} ${text}`).toString(36);
}

/**
 * Puts a seal in front of a text. Empty text is sealed too, so that a deleted cell is not taken for an
 * empty one; it gets no space at its end, which a cell might lose.
 *
 * @param place where the text belongs, when it must be noticed that it stands elsewhere
 * @example seal('abc', 7) // '7.nzs5rm abc'
 */
export function seal(text: string, version: number, place = ''): string {
  const mark = `${version}.${sealHash(text, version, place)}`;
  return text === '' ? mark : `${mark} ${text}`;
}

const SEAL = /^(0|[1-9]\d{0,15})\.([0-9a-z]{1,7})(?: |$)/;

/**
 * Takes the seal off a text.
 *
 * @param version the version the text must have; null = any
 * @returns null when the seal is missing, damaged, or of another version or place
 */
export function unseal(sealed: string, version: number | null, place = ''): string | null {
  const match = SEAL.exec(sealed);
  if (!match) return null;
  const sealedAt = Number(match[1]);
  if (version !== null && sealedAt !== version) return null;
  const text = sealed.slice(match[0].length);
  return match[2] === sealHash(text, sealedAt, place) ? text : null;
}

/**
 * The place a chunk is sealed for. All chunks of a month have one version: after a row or a cell was
 * moved, only the place tells that a chunk is not the one that was asked for.
 */
export function chunkPlace({ month, bucket }: ChunkPlace, buckets: number): string {
  return `${month}:${bucket}:${buckets}`;
}
