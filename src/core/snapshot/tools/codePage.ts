// The console's code pages, in which the programs of Windows print. Names that decide are ASCII; this is for the few texts that may be in
// a language (a service's account, a licence server, members of a group). A code page not known here gives no text rather than a wrong
// one, and so does a question mark: it is also what Windows prints for a letter the code page lacks.
// Source: Microsoft, Code Page Identifiers; the WHATWG Encoding standard for those it has.

const DECODED: Readonly<Record<number, string>> = {
  866: 'ibm866', 874: 'windows-874', 932: 'shift_jis', 936: 'gbk', 949: 'euc-kr', 950: 'big5', 1250: 'windows-1250', 1251: 'windows-1251',
  1253: 'windows-1253', 1254: 'windows-1254', 1255: 'windows-1255', 1256: 'windows-1256', 1257: 'windows-1257', 1258: 'windows-1258',
  65001: 'utf-8',
};

// From 0x80 on; the standard has none of them.
const DOS: Readonly<Record<number, string>> = {
  437: 'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0',
  850: 'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0',
  852: 'ÇüéâäůćçłëŐőîŹÄĆÉĹĺôöĽľŚśÖÜŤťŁ×čáíóúĄąŽžĘę¬źČş«»░▒▓│┤ÁÂĚŞ╣║╗╝Żż┐└┴┬├─┼Ăă╚╔╩╦╠═╬¤đĐĎËďŇÍÎě┘┌█▄ŢŮ▀ÓßÔŃńňŠšŔÚŕŰýÝţ´\u00ad˝˛ˇ˘§÷¸°¨˙űŘř■\u00a0',
};

/** The number in what `chcp` prints, whatever the words around it; undefined where there is none or the console has no code page. */
export function codePageOf(said: string): number | undefined {
  const number = Number(/(\d{3,5})\D*$/.exec(said)?.[1] ?? 0);
  return number === 0 ? undefined : number;
}

/** @param said one letter a byte. Undefined where what it says cannot be told for certain. */
export function textIn(said: string, codePage: number | undefined): string | undefined {
  if (said.includes('?')) return undefined;
  if (!/[\u0080-\u00ff]/.test(said)) return said;
  if (codePage === undefined) return undefined;
  const upper = DOS[codePage === 858 ? 850 : codePage];
  if (upper !== undefined) {
    const text = said.replace(/[\u0080-\u00ff]/g, (letter) => upper.charAt(letter.charCodeAt(0) - 0x80));
    return codePage === 858 ? text.replaceAll('ı', '€') : text;
  }
  const label = DECODED[codePage];
  if (label === undefined) return undefined;
  try {
    return new TextDecoder(label, { fatal: true, ignoreBOM: true }).decode(Uint8Array.from(said, (letter) => letter.charCodeAt(0)));
  } catch {
    return undefined; // not in this code page after all, or a runtime without it
  }
}
