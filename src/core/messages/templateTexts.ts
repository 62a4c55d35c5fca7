// Texts about security templates: what is wrong with a line, and who may log on by what a template says.

export const templateTexts = {
  'RDP053.title': 'Signature of the security template missing or wrong',
  'RDP053.missing': 'The section [Version] with signature="$CHICAGO$" is missing, and Windows may refuse the whole template for it.',
  'RDP053.wrong': 'The signature is "{0}" and not "$CHICAGO$", and Windows may refuse the whole template for it.',

  'RDP054.title': 'Encoding that group policy does not write',
  'RDP054.ascii': 'The file is not UTF-16 LE with a byte order mark, which group policy asks for; secedit is known to read plain ASCII too.',
  'RDP054.ansi': 'The file is not UTF-16 LE with a byte order mark, which group policy asks for: names beyond ASCII depend on the code page of the computer.',
  'RDP054.utf8Bom': 'The file is UTF-8 with a byte order mark, and group policy asks for UTF-16 LE: its first line may not be recognised.',
  'RDP054.utf16WithoutBom': 'The file is UTF-16 LE without its byte order mark, so Windows may take it for 8-bit text.',
  'RDP054.utf16BigEndian': 'The file is big-endian UTF-16, and group policy asks for UTF-16 LE.',

  'RDP055.title': 'Line of a security template that says nothing',
  'RDP055.noEquals': '"{0}" has no name with an equals sign behind it, so it sets nothing.',
  'RDP055.root': 'A path starts with MACHINE, USERS or CLASSES_ROOT and not with "{0}", so the value is not set.',
  'RDP055.path': '"{0}" is no path of a key and a value, so nothing is set.',
  'RDP055.type': 'There is no type {0} in a security template: only 1, 2, 3, 4 and 7 are known.',
  'RDP055.typeMissing': '"{0}" does not start with a type and a comma, so nothing is set.',
  'RDP055.number': '"{0}" is no decimal number from 0 to 4294967295, so the value does not get what the line says.',
  'RDP055.bytes': '"{0}" is no list of decimal numbers from 0 to 255, so the value does not get what the line says.',
  'RDP055.quote': 'A quote is opened and not closed, so the line does not say where its text ends.',
  'RDP055.textAfter': 'Something follows the closing quote, so the text is not what it seems: {0}',
  'RDP055.mode': 'A service has no start mode "{0}": 2 is automatic, 3 manual and 4 disabled.',
  'RDP055.service': 'Not a service, a start mode and permissions with commas between them, so no service is set: {0}',
  'RDP055.group': '"{0}" ends neither in __Members nor in __Memberof, so no group is meant.',
  'RDP055.section': 'The section "{0}" has no closing bracket, so the lines below it belong to no section.',

  'RDP056.title': 'Name that is nobody’s',
  'RDP056.placeholder': '"{0}" looks like a gap somebody was to fill: no account has this name, so {1} does not apply to anybody by it.',
  'RDP056.sidWithoutStar': '"{0}" is a SID without the star in front, so Windows looks for an account of that name ({1}).',
  'RDP056.star': '"{0}" has the star of a SID and is none, so it stands for nobody ({1}).',

  'RDP057.title': 'Name of a user right misspelt',
  'RDP057.message': 'Windows has no right "{0}", so the line gives nobody anything; {1} looks to be meant.',

  'RDP058.title': 'Repeated line in a security template',
  'RDP058.same': '{0} comes again in line {1} and says the same.',
  'RDP058.different': '{0} comes again in line {1} and says something else: which of the two counts is not certain.',
  'RDP058.related': 'The other line',

  'RDP120.onlyGuests': 'The right to log on through Remote Desktop Services is given to guests alone, and the account Guest is switched off on every fresh Windows.',
  'RDP120.onlyConsole': 'The right to log on through Remote Desktop Services is given to who sits at the console alone, and nobody does who comes through Remote Desktop.',
  'RDP120.placeholders': 'The right to log on through Remote Desktop Services is given to names alone that no account has.',
  'RDP120.groupEmptied': 'Remote Desktop Users is left without a member: whoever may log on through Remote Desktop by being in it no longer may.',
  'RDP120.fixAllow': 'Leave out of the denial: {0}',
  'RDP120.fixGive': 'Give the right to Administrators and Remote Desktop Users',
  'RDP120.fixGiveUsers': 'Give the right to Remote Desktop Users too',
  'RDP120.fixLeaveGroup': 'Leave the members of the group as they are',

  'repair.templateSignature': 'Write signature="$CHICAGO$"',
  'repair.addStar': 'Put the star in front of the SID',
  'repair.leaveOut': 'Leave out "{0}"',
  'repair.writeRight': 'Write the right as {0}',
} as const;
