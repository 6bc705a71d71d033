// The pieces that the shops' templates are put together from.
import type { Button, Component } from './template';

/** Links into a shop's site. @example linksTo('aurora.example')('Ver ofertas', 'ofertas') */
export const linksTo =
  (host: string) =>
  (text: string, path: string): Button => ({ type: 'URL', text, url: `https://${host}/${path}` });

export const reply = (text: string): Button => ({ type: 'QUICK_REPLY', text });

export const call = (text: string, phone_number: string): Button => ({
  type: 'PHONE_NUMBER',
  text,
  phone_number,
});

export const copyCode = (text: string): Button => ({ type: 'OTP', text, otp_type: 'COPY_CODE' });

/** What the message says, and a value for each of its gaps. */
export const body = (text: string, ...example: string[]): Component => ({
  type: 'BODY',
  text,
  ...(example.length > 0 ? { example: { body_text: [example] } } : {}),
});

export const title = (text: string, ...example: string[]): Component => ({
  type: 'HEADER',
  format: 'TEXT',
  text,
  ...(example.length > 0 ? { example: { header_text: example } } : {}),
});

export const picture: Component = { type: 'HEADER', format: 'IMAGE' };

export const footer = (text: string): Component => ({ type: 'FOOTER', text });

export const buttons = (...list: Button[]): Component => ({ type: 'BUTTONS', buttons: list });

export const quality = (score: string, date = 1793577600) => ({ quality_score: { score, date } });

/** Shared by the templates that a shop keeps in good standing. */
const approved = { status: 'APPROVED', links: 'both' } as const;
export const marketing = { ...approved, category: 'MARKETING', sub_category: 'CUSTOM' } as const;
export const utility = { ...approved, category: 'UTILITY' } as const;
export const authentication = { ...approved, category: 'AUTHENTICATION' } as const;
