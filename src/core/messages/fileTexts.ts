// Texts about files: what a line says and what Windows makes of it (RDP0xx), and the fixes for it.

export const fileTexts = {
  'RDP001.title': 'The first line is not a header Windows accepts',
  'RDP001.wrongCase': 'The header "{0}" differs in upper and lower case letters from the one Windows expects: the whole file is rejected.',
  'RDP001.wrongVersion': 'The header "{0}" names no version Windows accepts: the whole file is rejected.',
  'RDP001.blankFirst': 'The first line is blank where the header has to be: Windows rejects the whole file.',
  'RDP001.missing': 'The file has no header line: Windows rejects the whole file.',
  'RDP001.trailing': 'Text or blanks follow the header on the same line, and importers are known to reject the whole file for it.',
  'RDP001.empty': 'The file is empty: Windows rejects it.',
  'RDP001.other': '"{0}" is not a header Windows knows: the whole file is rejected.',

  'RDP002.title': 'The header makes Windows import nothing',
  'RDP002.message': 'With the header "{0}" Windows reports success and imports nothing.',

  'RDP003.title': 'Windows does not accept the encoding',
  'RDP003.utf16WithoutBom': 'The file is UTF-16 without a byte order mark: Windows rejects the whole file.',
  'RDP003.utf16BigEndian': 'The file is big-endian UTF-16: Windows rejects the whole file.',
  'RDP003.binary': 'The file holds binary data and no text: Windows rejects the whole file.',

  'RDP004.title': 'UTF-8 byte order mark',
  'RDP004.message': 'The file starts with a UTF-8 byte order mark, with which some versions of Windows reject the whole file.',

  'RDP005.title': 'Text outside ASCII in a file that is not UTF-16',
  'RDP005.message': 'The file is not UTF-16, so Windows reads "{0}" in its own ANSI code page and may store other characters.',

  'RDP006.title': 'Damaged key line',
  'RDP006.missingClose': 'The key line has no closing bracket: Windows creates no key.',
  'RDP006.missingClose.lost': 'The key line has no closing bracket: Windows creates no key, and the value lines under it ({0}) do nothing.',
  'RDP006.missingClose.above': 'The key line has no closing bracket: Windows creates no key, and the value lines under it ({0}) do nothing or land in {1}.',
  'RDP006.missingOpen': 'The key line has no opening bracket: Windows creates no key, and the value lines under it land in the key above, if there is one.',
  'RDP006.blankAfterBracket': 'A blank follows the opening bracket: Windows creates no key.',
  'RDP006.blankAfterBracket.lost': 'A blank follows the opening bracket: Windows creates no key, and the value lines under it ({0}) do nothing.',
  'RDP006.blankAfterBracket.above': 'A blank follows the opening bracket: Windows creates no key, and the value lines under it ({0}) do nothing or land in {1}.',
  'RDP006.blankAfterMinus': 'A blank follows the minus: Windows deletes nothing.',
  'RDP006.missingRoot': 'The key line does not start with a root key: Windows creates no key.',
  'RDP006.missingRoot.lost': 'The key line does not start with a root key: Windows creates no key, and the value lines under it ({0}) do nothing.',
  'RDP006.missingRoot.above': 'The key line does not start with a root key: Windows creates no key, and the value lines under it ({0}) do nothing or land in {1}.',

  'RDP007.title': 'Unknown root key',
  'RDP007.message': '"{0}" is not a root key: Windows creates no key, and the value lines under it ({1}) do nothing.',
  'RDP007.alone': '"{0}" is not a root key: Windows does nothing with this line.',

  'RDP008.title': 'Abbreviated root key',
  'RDP008.message': '"{0}" stands for {1} in commands; in a file Windows may ignore the key and the value lines under it ({2}).',
  'RDP008.alone': '"{0}" stands for {1} in commands; in a file Windows may ignore the key.',

  'RDP009.title': 'Values that belong to no key',
  'RDP009.beforeFirstKey': 'Value lines before the first key line ({0}) belong to no key: Windows ignores them.',
  'RDP009.afterKeyDeletion': 'The key above is deleted, so Windows ignores the value lines under it ({0}).',
  'RDP009.afterDamagedKey': 'Windows creates no key for the line above, so it ignores the value lines under it ({0}).',
  'RDP009.afterUnknownRoot': 'The root key above is unknown, so Windows ignores the value lines under it ({0}).',

  'RDP010.title': 'Damaged value name',
  'RDP010.unquoted': 'The value name is not in quotes: Windows ignores the line.',
  'RDP010.noClosingQuote': 'The value name has no closing quote: Windows ignores the line.',
  'RDP010.curlyQuotes': 'The value name is in typographic quotes: Windows ignores the line.',
  'RDP010.noEquals': 'No equals sign follows the value name: Windows ignores the line.',

  'RDP011.title': 'Malformed dword',
  'RDP011.empty': '{0}: no number follows dword:, so Windows drops the value.',
  'RDP011.tooLong': '{0}: {1} has more than 8 digits, so Windows drops the value.',
  'RDP011.prefix0x': '{0}: {1} is written with 0x, so Windows drops the value.',
  'RDP011.notHex': '{0}: "{1}" holds no hexadecimal number, so Windows drops the value.',
  'RDP011.continued': '{0}: a dword cannot continue on the next line, so Windows drops the value.',
  'RDP011.negative': '{0}: {1} has a sign, so Windows drops the value.',
  'RDP011.trailing': '{0}: "{1}" holds more than a number, so Windows drops the value.',

  'RDP012.title': 'Malformed string',
  'RDP012.badEscape': '{0}: {1} is not an escape (only \\\\ and \\" are), so Windows does not store the text that is written here.',
  'RDP012.strayQuote': '{0}: a quote inside the text ends it, so Windows drops the value.',
  'RDP012.noClosingQuote': '{0}: the text has no closing quote, so Windows drops the value.',
  'RDP012.curlyQuotes': '{0}: the text is in typographic quotes, so Windows drops the value.',

  'RDP013.title': 'Malformed hex data',
  'RDP013.noCommaBeforeBackslash': '{0}: no comma stands before the backslash at the end of the line, so Windows drops the value.',
  'RDP013.byteTooLarge': '{0}: {1} is more than a byte, so Windows drops the value.',
  'RDP013.notHex': '{0}: "{1}" is not part of a hexadecimal byte, so Windows drops the value.',
  'RDP013.hashComment': '{0}: a # comment stands inside the data, so Windows drops the value.',
  'RDP013.badType': '{0}: "{1}" is not a type number in hexadecimal digits, so Windows drops the value.',
  'RDP013.splitByte': '{0}: a byte is split over two lines, so Windows drops the value.',
  'RDP013.strayBackslash': '{0}: a backslash stands in the middle of the data, so Windows drops the value.',
  'RDP013.continuationEmpty': '{0}: a continuation line holds a backslash and no byte, so Windows drops the value.',

  'RDP014.title': 'Hex data cut short',
  'RDP014.message': '{0}: the line ends with a comma and no backslash, so Windows stores the first {1} bytes and ignores the lines that follow ({2}).',

  'RDP015.title': 'A continuation swallows the next line',
  'RDP015.value': '{0}: the backslash at the end continues the data onto a line that sets another value, so Windows drops both.',
  'RDP015.key': '{0}: the backslash at the end continues the data onto a key line, so Windows drops the value and the key.',
  'RDP015.text': '{0}: the backslash at the end continues the data onto a line that is not data, so Windows drops the value.',

  'RDP016.title': 'Text after the data',
  'RDP016.hash': '{0}: only ; starts a comment, and the # after the data makes Windows drop the value.',
  'RDP016.text': '{0}: "{1}" after the data makes Windows drop the value.',

  'RDP017.title': 'Damaged deletion of a value',
  'RDP017.message': '{0}: "{1}" after the minus makes Windows ignore the line, so the value stays.',

  'RDP018.title': 'Upper-case data type',
  'RDP018.message': '"{0}" is written with capital letters, and importers are known to drop the value for it.',

  'RDP019.title': 'Data of no known form',
  'RDP019.message': '{0}: "{1}" is no form of data Windows reads, so the value is dropped.',
  'RDP019.empty': '{0}: no data follows the equals sign, so Windows drops the value.',

  'RDP020.title': 'Blanks in a key name',
  'RDP020.message': 'The blanks at the end of "{0}" are part of the key name: Windows creates that key and not the one without them.',

  'RDP021.title': 'Number of the wrong length',
  'RDP021.message': '{0} is a {1} of {2} bytes instead of {3}: Windows stores it so, and programs may not read it.',

  'RDP022.title': 'String with damaged bytes',
  'RDP022.oddLength': '{0}: a {1} has two bytes for each character, and this one has an odd number of bytes.',
  'RDP022.noSecondNul': '{0}: the {1} lacks the second NUL that ends the list, so programs may read past its end.',
  'RDP022.noNul': '{0}: the {1} does not end with a NUL, and Windows stores it so or adds one.',

  'RDP023.title': 'Line without meaning',
  'RDP023.text': '"{0}" is neither a key, a value nor a comment: Windows ignores the line.',
  'RDP023.comment': 'Only ; starts a comment; Windows ignores this line because it cannot read it.',

  'RDP024.title': 'Value assigned twice',
  'RDP024.same': '{0} gets the same data again in line {1}, so this line changes nothing.',
  'RDP024.deletion': '{0} is set again in line {1}, so deleting it here changes nothing.',
  'RDP024.different': '{0} comes again in line {1}, and only the last line counts.',
  'RDP024.related': 'The line that counts',

  'RDP025.title': 'Name too long',
  'RDP025.key': 'The key name has {0} characters, and Windows allows {1}: the key is not created.',
  'RDP025.value': 'The value name has {0} characters, and Windows allows {1}: the value is not stored.',
  'RDP025.policyValue': 'The value name has {0} characters, and a policy file allows {1}: Windows may not apply it.',

  'RDP041.title': 'Comment with a bracket behind a key',
  'RDP041.message': 'The last bracket of the line ends the key name, so the key is called "{0}" and not what stands before the comment.',
  'RDP026.title': 'Superfluous backslashes in a key line',
  'RDP026.trailing': 'The key line ends with a backslash, which Windows leaves out.',
  'RDP026.doubled': 'The key line has a doubled backslash, which importers are known to read as one.',

  'RDP027.title': 'Deletion of a root key',
  'RDP027.message': 'A root key cannot be deleted: the line [-{0}] does nothing.',

  'RDP028.title': 'String over several lines',
  'RDP028.message': '{0} has line breaks inside its quotes: exports contain this, and importers are known to drop the value.',

  'RDP029.title': 'Registry file of Wine',
  'RDP029.message': 'This is the registry of a Wine prefix, another format of the same file name: Windows does not import it.',

  'RDP032.title': 'File cut in the middle of a character',
  'RDP032.message': 'The file ends in the middle of a character, so its end is missing.',
} as const;
