// Reads what a request of POST /api/faults says is to go wrong.
import * as z from 'zod/mini';
import type { PlannedFault } from '../host/api';
import { check, RequestError } from './http';

const callWords = '"dieAt" must be the number of a service call, counted from 1.';
const leftWords = '"fetchesLeft" must be a number of requests, or null for no limit.';
const faultFields = {
  dieAt: z.optional(z.int(callWords).check(z.minimum(1, callWords))),
  pending: z.optional(
    z.enum(['lost', 'kept', 'half'], '"pending" must be "lost", "kept" or "half".'),
  ),
  lock: z.optional(z.enum(['freed', 'held'], '"lock" must be "freed" or "held".')),
  authorization: z.optional(
    z.enum(['withdrawn', 'granted'], '"authorization" must be "withdrawn" or "granted".'),
  ),
  fetchesLeft: z.optional(z.nullable(z.int(leftWords).check(z.minimum(0, leftWords)))),
};
const faultShape = z.nullable(z.object(faultFields, 'The request body must be a JSON object.'));

export interface Faults {
  /** Undefined = the plan stays as it is. */
  fault?: PlannedFault | null;
  withdrawn?: boolean;
  fetchesLeft?: number | null;
}

/** What a request says goes wrong from now on; nothing at all takes everything back. */
export function readFaults(body: unknown): Faults {
  const unknown = Object.keys(body ?? {}).find((key) => !(key in faultFields));
  if (unknown !== undefined && !Array.isArray(body)) {
    throw new RequestError(
      `"${unknown}" is no fault: there are ${Object.keys(faultFields).join(', ')}.`,
    );
  }
  const { dieAt, pending, lock, authorization, fetchesLeft } = check(faultShape, body) ?? {};
  if ((pending || lock) && dieAt === undefined) throw new RequestError(callWords);
  const faults: Faults = {};
  if (dieAt !== undefined) {
    if (!pending) throw new RequestError('"pending" must be "lost", "kept" or "half".');
    faults.fault = { dieAt, pending, ...(lock ? { lock } : {}) };
  }
  if (authorization) faults.withdrawn = authorization === 'withdrawn';
  if (fetchesLeft !== undefined) faults.fetchesLeft = fetchesLeft;
  const nothing = Object.keys(faults).length === 0;
  return nothing ? { fault: null, withdrawn: false, fetchesLeft: null } : faults;
}
