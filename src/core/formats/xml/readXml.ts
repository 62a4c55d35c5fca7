// Reads an XML document from its text, piece by piece, and hands over the elements a format wants, each whole and with its offsets; the
// rest is passed by and not kept. XML 1.0 with namespaces, read by saxes. Total on any text: it stops at the first thing that is no XML.
// It knows the five entities of XML and no others, and no document type: where one is declared, nothing behind it is read.
// It opens no file and no address.

import { SaxesParser } from 'saxes';
import type { TextRange } from '../../text/range';
import { doctypeRange } from './doctype';
import type { XmlAttribute, XmlElement, XmlHead } from './element';

export interface XmlVisitor {
  /** Whether the element is to be handed over whole. Not asked about elements inside one that is. */
  wants(element: XmlHead, ancestors: readonly XmlHead[]): boolean;
  take(element: XmlElement, ancestors: readonly XmlHead[]): void;
}

export interface XmlLimits {
  readonly depth: number;
  /** In UTF-16 code units. */
  readonly length: number;
}

/** Far above anything a GPO gives rise to. */
export const xmlLimits: XmlLimits = { depth: 256, length: 1 << 28 };

/** Why reading stopped, and where. What was handed over before stands. */
export interface XmlStop {
  readonly reason: 'damaged' | 'cut' | 'entity' | 'doctype' | 'deep' | 'long';
  readonly range: TextRange;
  /** For `deep` and `long`. */
  readonly limit?: number;
}

interface Growing {
  readonly head: XmlHead;
  readonly children: XmlElement[];
  readonly text: string[];
}

// Small, because what is left of a piece is still read after a stop.
const PIECE = 1 << 13;
const LONGEST_ENTITY = 32;
const SHOWN_BEHIND = 4096;

export function readXml(text: string, visitor: XmlVisitor, limits: XmlLimits = xmlLimits): XmlStop | undefined {
  if (text.length > limits.length) return { reason: 'long', range: { start: 0, end: 0 }, limit: limits.length };
  const doctype = doctypeRange(text);
  if (doctype !== undefined) return { reason: 'doctype', range: doctype };
  const reading = new Reading(text, visitor, limits);
  for (let start = 0; start < text.length && !reading.stopped; start += PIECE) reading.write(text.slice(start, start + PIECE));
  if (!reading.stopped) reading.close();
  return reading.stop;
}

class Reading {
  stop: XmlStop | undefined;
  private readonly parser = new SaxesParser({ xmlns: true });
  private readonly open: XmlHead[] = [];
  /** The wanted element that is being read and the open ones inside it. */
  private readonly growing: Growing[] = [];
  private attributes = new Map<string, XmlAttribute>();
  private tagStart = 0;
  private ending = false;

  constructor(
    private readonly text: string,
    private readonly visitor: XmlVisitor,
    private readonly limits: XmlLimits,
  ) {
    const { parser } = this;
    parser.on('error', (error) => {
      const at = parser.position;
      const ampersand = this.ampersandBehind(error.message.includes('entity') ? at : undefined);
      if (ampersand !== undefined) this.halt('entity', { start: ampersand, end: this.ending ? ampersand + 1 : Math.min(at, ampersand + LONGEST_ENTITY) });
      else this.halt(this.ending ? 'cut' : 'damaged', { start: Math.max(0, at - 1), end: at });
    });
    parser.on('doctype', () => {
      this.halt('doctype', { start: Math.max(0, this.text.lastIndexOf('<!DOCTYPE', parser.position - 1)), end: parser.position });
    });
    parser.on('opentagstart', () => {
      this.tagStart = this.text.lastIndexOf('<', parser.position - 1);
      this.attributes = new Map();
    });
    parser.on('attribute', ({ name, value }) => {
      const end = parser.position - 1;
      const start = this.text.lastIndexOf(this.text[end] ?? '', end - 1) + 1;
      this.attributes.set(name, { value, range: { start, end } });
    });
    parser.on('opentag', ({ local, uri }) => {
      this.opened({ name: local, namespace: uri, attributes: this.attributes, startTag: { start: this.tagStart, end: parser.position } });
    });
    const keep = (piece: string): void => {
      this.growing.at(-1)?.text.push(piece);
    };
    parser.on('text', keep);
    parser.on('cdata', keep);
    parser.on('closetag', ({ name, isSelfClosing }) => {
      if (isSelfClosing) {
        this.closed(parser.position);
        return;
      }
      // Told also of elements that the end tag of another one leaves open.
      const start = this.text.lastIndexOf('<', parser.position - 1);
      const ended = this.text.slice(start + 2, parser.position - 1).trimEnd();
      if (ended === name) this.closed(start);
      else this.halt('damaged', { start, end: parser.position });
    });
  }

  get stopped(): boolean {
    return this.stop !== undefined;
  }

  write(piece: string): void {
    this.parser.write(piece);
  }

  close(): void {
    this.ending = true;
    this.parser.close();
  }

  private opened(head: XmlHead): void {
    if (this.stopped) return;
    if (this.open.length >= this.limits.depth) {
      this.halt('deep', head.startTag, this.limits.depth);
      return;
    }
    if (this.growing.length > 0 || this.visitor.wants(head, this.open)) this.growing.push({ head, children: [], text: [] });
    this.open.push(head);
  }

  private closed(contentEnd: number): void {
    if (this.stopped) return;
    this.open.pop();
    const done = this.growing.pop();
    if (done === undefined) return;
    const { position } = this.parser;
    // Field by field: a copy of the head costs more than all the rest here.
    const { name, namespace, attributes, startTag } = done.head;
    const element: XmlElement = {
      name,
      namespace,
      attributes,
      startTag,
      range: { start: done.head.startTag.start, end: position },
      content: { start: done.head.startTag.end, end: contentEnd },
      text: done.text.join(''),
      children: done.children,
    };
    const parent = this.growing.at(-1);
    if (parent === undefined) this.visitor.take(element, this.open);
    else parent.children.push(element);
  }

  private halt(reason: XmlStop['reason'], { start, end }: TextRange, limit?: number): void {
    if (this.stopped) return;
    const range = { start: Math.min(start, this.text.length), end: Math.min(end, this.text.length) };
    this.stop = { reason, range, ...(limit === undefined ? {} : { limit }) };
  }

  /**
   * The & that was taken for the start of an entity: of the one that ends at `end`, or of one that is never ended, which takes what
   * follows with it up to the end of the document.
   */
  private ampersandBehind(end: number | undefined): number | undefined {
    const { text } = this;
    if (end !== undefined) return Math.max(0, text.lastIndexOf('&', end - 1));
    if (!this.ending) return undefined;
    const at = text.indexOf('&', text.lastIndexOf(';') + 1);
    const inside = at < 0 ? '' : text.slice(at, at + SHOWN_BEHIND);
    // Inside of comments and CDATA an & is a character like others.
    return at < 0 || inside.includes(']]>') || inside.includes('-->') ? undefined : at;
  }
}
