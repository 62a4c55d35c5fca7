// Elements of an XML document with the offsets where each part stands in the text. Follows XML 1.0 and Namespaces in XML; prefixes mean
// nothing here, only the name behind them and the namespace count.

import type { TextRange } from '../../text/range';

export interface XmlAttribute {
  readonly value: string;
  /** What stands between the quotes, entities as written. */
  readonly range: TextRange;
}

/** What is known of an element once its start tag is read. */
export interface XmlHead {
  /** Without the prefix. */
  readonly name: string;
  readonly namespace: string;
  /** By the name as spelled, prefix included. */
  readonly attributes: ReadonlyMap<string, XmlAttribute>;
  readonly startTag: TextRange;
}

export interface XmlElement extends XmlHead {
  /** From the start tag to the end of the end tag. */
  readonly range: TextRange;
  /** Between the two tags; empty behind the tag of an element that closes itself. */
  readonly content: TextRange;
  /** The text directly inside, entities resolved and line ends made LF. */
  readonly text: string;
  readonly children: readonly XmlElement[];
}

export function childNamed({ children }: XmlElement, name: string): XmlElement | undefined {
  return children.find((child) => child.name === name);
}

export function childrenNamed({ children }: XmlElement, name: string): readonly XmlElement[] {
  return children.filter((child) => child.name === name);
}

/** The text of a child without blanks around; empty where there is no such child. */
export function childText(element: XmlElement, name: string): string {
  return childNamed(element, name)?.text.trim() ?? '';
}

/** Its text without the blanks around. */
export function innerRange(element: XmlElement, text: string): TextRange {
  let { start, end } = element.content;
  while (start < end && /\s/.test(text[start] ?? '')) start++;
  while (end > start && /\s/.test(text[end - 1] ?? '')) end--;
  return { start, end };
}
