// How the judge's Graph server refuses: Meta's error envelope, and whether a correct client may meet it.

/** A refusal on its way to the answer. */
export class Refused extends Error {
  constructor(
    readonly body: Record<string, unknown>,
    readonly status = 400,
    /** Chosen by the options of the server: no fault of the client's. */
    readonly foreseen = false,
  ) {
    super(String(body.message));
  }
}

/** What a correct client never meets; it is noted as a violation. */
export const refuse = (
  code: number,
  message: string,
  more: Record<string, unknown> = {},
): Refused =>
  new Refused({ message, type: 'OAuthException', code, fbtrace_id: 'JudgeTrace', ...more });

/** What the server was told to refuse: a client finds out by asking. */
export const foresee = (
  code: number,
  message: string,
  more: Record<string, unknown> = {},
): Refused =>
  new Refused(
    { message, type: 'OAuthException', code, fbtrace_id: 'JudgeTrace', ...more },
    400,
    true,
  );
