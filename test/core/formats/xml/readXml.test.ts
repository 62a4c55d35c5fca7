// The XML reader: exact offsets, namespaces, the five entities and no others, its limits, and any text at all.

import { deepEqual, equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { readXml, type XmlLimits, type XmlStop } from '../../../../src/core/formats/xml/readXml';
import type { XmlElement } from '../../../../src/core/formats/xml/element';
import { childNamed, innerRange } from '../../../../src/core/formats/xml/element';

interface Read {
  readonly stop: XmlStop | undefined;
  readonly taken: readonly XmlElement[];
}

/** Every element right below the root. */
function read(text: string, limits?: XmlLimits): Read {
  const taken: XmlElement[] = [];
  const visitor = { wants: (_: unknown, ancestors: readonly unknown[]) => ancestors.length === 1, take: (element: XmlElement) => void taken.push(element) };
  return { stop: readXml(text, visitor, limits), taken };
}

function only(text: string): XmlElement {
  const { stop, taken: [element] } = read(text);
  equal(stop, undefined);
  ok(element !== undefined);
  return element;
}

describe('the XML reader', () => {
  it('tells exactly where tags, attribute values and content stand', () => {
    const text = '<?xml version="1.0"?>\r\n<root>\r\n\t<item a = "1&amp;2"\r\n b=\'"x"\'>\r\n  <in>text &lt;\r\n</in ></item>\r\n</root>';
    const item = only(text);
    const [a, b] = ['a', 'b'].map((name) => item.attributes.get(name));
    equal(a?.value, '1&2');
    equal(text.slice(a.range.start, a.range.end), '1&amp;2');
    equal(b?.value, '"x"');
    equal(text.slice(b.range.start, b.range.end), '"x"');
    equal(text.slice(item.startTag.start, item.startTag.end), '<item a = "1&amp;2"\r\n b=\'"x"\'>');
    equal(text.slice(item.range.start, item.range.end), text.slice(text.indexOf('<item'), text.indexOf('\r\n</root>')));
    const inner = childNamed(item, 'in');
    ok(inner !== undefined);
    equal(inner.text, 'text <\n');
    equal(text.slice(inner.content.start, inner.content.end), 'text &lt;\r\n');
    equal(text.slice(innerRange(inner, text).start, innerRange(inner, text).end), 'text &lt;');
  });

  it('gives an element that closes itself an empty content behind its tag', () => {
    const text = '<root><item a=""/><item></item></root>';
    const [first, second] = read(text).taken;
    deepEqual(first?.content, { start: 18, end: 18 });
    deepEqual(first.attributes.get('a')?.range, { start: 15, end: 15 });
    deepEqual(second?.content, { start: 24, end: 24 });
  });

  it('keeps its offsets over the pieces it reads in', () => {
    // Carriage returns and characters of two units at the edges of the pieces, whichever they are.
    for (const filler of ['\r', '\r\n', '\u{1f600}']) {
      const text = `<root>${filler.repeat(40_000)}<item name="the &quot;one&quot;">${filler.repeat(40_000)}inside</item>${filler.repeat(40_000)}</root>`;
      const item = only(text);
      const name = item.attributes.get('name');
      equal(text.slice(name?.range.start, name?.range.end), 'the &quot;one&quot;');
      ok(item.text.endsWith('inside'));
      equal(text.slice(item.range.end), `${filler.repeat(40_000)}</root>`);
    }
  });

  it('reads names by namespace and not by prefix', () => {
    const item = only('<root xmlns:p="urn:one"><q:item xmlns:q="urn:one" xmlns="urn:two"><in/></q:item></root>');
    deepEqual([item.name, item.namespace, item.children[0]?.name, item.children[0]?.namespace], ['item', 'urn:one', 'in', 'urn:two']);
  });

  it('takes the text of CDATA as it stands', () => {
    equal(only('<root><item>a<![CDATA[&amp;<b>]]>c</item></root>').text, 'a&amp;<b>c');
  });

  it('stops where something is no XML, and keeps what was whole before', () => {
    const reasons = ['<root><item/><item></root>', '<root><item/>&other;</root>', '<root><item/><item a="1', '<root><item/>', '<root><item/></root>text', '<root><item/><item a="1" a="2"/></root>', '<root><item/><p:item/></root>', '<root><item/><item></items></root>'].map((text) => {
      const { stop, taken } = read(text);
      return [stop?.reason, taken.length];
    });
    deepEqual(reasons, [['damaged', 1], ['entity', 1], ['cut', 1], ['cut', 1], ['damaged', 1], ['damaged', 1], ['damaged', 1], ['damaged', 1]]);
  });

  it('points at an & that begins no entity, also at one that is never ended', () => {
    for (const text of ['<root><item>a & b</item></root>', '<root><item>a & b; c</item></root>', '<root><item a="x&y"/></root>']) {
      const { stop } = read(text);
      deepEqual([stop?.reason, stop?.range.start], ['entity', text.indexOf('&')], text);
    }
  });
});

describe('hostile XML', function () {
  this.timeout(60_000);
  const laughs = `<!DOCTYPE lol [<!ENTITY a "ha">${Array.from({ length: 9 }, (_, i) => `<!ENTITY ${String.fromCharCode(98 + i)} "${`&${String.fromCharCode(97 + i)};`.repeat(10)}">`).join('')}]><root><item>&j;</item></root>`;

  it('of a document type: nothing behind it is read, nothing is expanded', () => {
    for (const text of [laughs, '<!DOCTYPE root SYSTEM "file:///etc/passwd"><root><item/></root>', '<!DOCTYPE root [<!ENTITY % x SYSTEM "http://192.0.2.1/x">%x;]><root><item/></root>', '<?xml version="1.0"?>\n<!DOCTYPE root><root><item/></root>']) {
      const { stop, taken } = read(text);
      deepEqual([stop?.reason, taken.length], ['doctype', 0]);
      deepEqual(stop?.range.start, text.indexOf('<!DOCTYPE'));
    }
  });

  it('of a document type: it is told as a whole, also where it never ends', () => {
    const around = (declaration: string, more = '<root/>'): readonly unknown[] => {
      const { stop } = read(`<?xml version="1.0"?><!-- > -->\n${declaration}${more}`);
      return [stop?.reason, (stop?.range.start ?? 0) - 32, (stop?.range.end ?? 0) - 32];
    };
    for (const declaration of ['<!DOCTYPE root>', '<!DOCTYPE root SYSTEM "a">', '<!DOCTYPE root [ <!ENTITY a "]"> ] >', '<!DOCTYPE root []>']) deepEqual(around(declaration), ['doctype', 0, declaration.length]);
    deepEqual(around('<!DOCTYPE root [<!ENTITY a "b">', ''), ['doctype', 0, 31]);
    deepEqual(around('<!DOCTYPE', ''), ['doctype', 0, 9]);
    equal(read('<!-- <!DOCTYPE a> --><root><item/></root>').stop, undefined);
  });

  it('of deep nesting: it stops at the limit and says where', () => {
    const text = `<root>${'<in>'.repeat(200_000)}`;
    const { stop } = read(text);
    deepEqual(stop, { reason: 'deep', range: { start: 6 + 4 * 255, end: 6 + 4 * 256 }, limit: 256 });
    equal(read('<root><a><b/></a></root>', { depth: 3, length: 100 }).stop, undefined);
    equal(read('<root><a><b><c/></b></a></root>', { depth: 3, length: 100 }).stop?.reason, 'deep');
  });

  it('of great length: it is not read', () => {
    deepEqual(read('<root><item/></root>', { depth: 9, length: 19 }), { stop: { reason: 'long', range: { start: 0, end: 0 }, limit: 19 }, taken: [] });
    equal(read('<root><item/></root>', { depth: 9, length: 20 }).stop, undefined);
  });

  it('of one long text, tag, comment or entity: it is read through', () => {
    const long = 'x'.repeat(1_000_000);
    const attributes = Array.from({ length: 50_000 }, (_, i) => ` a${String(i)}=""`).join('');
    equal(only(`<root><item>${long}</item></root>`).text.length, 1_000_000);
    equal(only(`<root><!--${long}--><item/></root>`).text, '');
    equal(only(`<root><item${attributes}/></root>`).attributes.size, 50_000);
    equal(read(`<root>${long}&${long};</root>`).stop?.reason, 'entity');
    equal(read(`<root>&${long}`).stop?.reason, 'entity');
    equal(read(`<${long}`).stop?.reason, 'cut');
  });

  it('of any characters: it stops or it does not, and every offset is in the text', () => {
    const pieces = ['<', '>', '/', '&', ';', '"', "'", '=', ' ', '\r', '\n', '\0', '<root>', '</root>', '<item', '<![CDATA[', ']]>', '<!--', '-->', '<?xml', '?>', 'xmlns:q="u"', 'q:', 'a', '&amp;', '&#x0;', '&#55296;', '<!DOCTYPE', '[', ']', '\ud800', '\u{1f600}', '\ufeff'];
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary' })), { maxLength: 40 }), (parts) => {
        const text = parts.join('');
        const { stop, taken } = read(text);
        for (const { start, end } of [...taken.map(({ range }) => range), ...(stop === undefined ? [] : [stop.range])]) ok(start >= 0 && start <= end && end <= text.length);
      }),
      { seed: 20_260_304, numRuns: 3000 },
    );
  });
});
