// Whether a text is a security template. Setup files of drivers have the same ending and the same signature, so it takes a section that
// only templates have; a text of another name, such as a page that quotes a template, has to begin with a section.

const ONLY_HERE =
  /^[ \t]*\[[ \t]*(?:privilege rights|system access|registry values|service general setting|group membership|event audit|kerberos policy|file security|registry keys|(?:system|security|application) log)[ \t]*\]/im;
const SIGNED = /^[ \t]*signature[ \t]*=[ \t]*"?\$chicago\$/im;
const UNICODE_HEAD = /^[ \t]*\[[ \t]*unicode[ \t]*\]/im;
/** The first line that is neither blank nor a comment. */
const FIRST_LINE = /^[ \t]*[^\s;].*/m;

/** @param head the beginning of the text, without a byte order mark */
export function isSecurityTemplate(head: string, name: string): boolean {
  if (!ONLY_HERE.test(head)) return false;
  if (/\.inf$/i.test(name)) return true;
  return (FIRST_LINE.exec(head)?.[0] ?? '').trimStart().startsWith('[') && (SIGNED.test(head) || UNICODE_HEAD.test(head));
}
