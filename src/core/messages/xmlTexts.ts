// Texts about the XML formats of group policy: preferences, reports, resultant sets of policy and files of Policy Analyzer.

export const xmlTexts = {
  'RDP059.title': 'XML that is not well-formed',
  'RDP059.cut': 'The document ends before all its elements are closed: what is read as XML is refused as a whole, and only what stands above is told here.',
  'RDP059.entity': 'The & here starts no entity that XML knows: what is read as XML is refused as a whole, and only what stands above is told here.',
  'RDP059.other': 'The document is not well-formed XML at this place: what is read as XML is refused as a whole, and only what stands above is told here.',

  'RDP060.title': 'XML that is not read',
  'RDP060.doctype': 'The document declares a document type, which no file of group policy does: nothing behind it is read, no entity is expanded and no file is opened.',
  'RDP060.deep': 'The elements are nested deeper than {0}, which no file of group policy is: nothing behind this place is read.',
  'RDP060.long': 'The document is longer than {0} characters, which no file of group policy is: it is not read.',

  'RDP061.title': 'Encoding declared that the bytes do not have',
  'RDP061.message': 'The first line declares {0}, and the bytes are {1}: readers that believe the declaration refuse the file. Here the bytes count.',

  'RDP062.title': 'Item that cannot be read',
  'RDP062.hive': '"{0}" is no root key, so the item sets nothing.',
  'RDP062.action': '"{0}" is no action, so the item does nothing.',
  'RDP062.type': '"{0}" is no type of a registry value, so nothing is set.',
  'RDP062.key': 'The item names no key, so nothing is set.',
  'RDP062.data': '"{0}" is no data of its type, so nothing is set.',

  'RDP063.title': 'Number of a preference that looks decimal',
  'RDP063.message': 'Numbers of a preference are hexadecimal, however the editor shows them: "{0}" sets {1} and not {2}.',

  'RDP064.title': 'Report in another language',
  'RDP064.known': 'The report is in another language than English. Policies about Remote Desktop that cannot be mapped to what they set: {0}.',
  'RDP064.other': 'The report seems to be in a language that is not known here. Policies that cannot be mapped to what they set: {0}.',

  'RDP065.title': 'Choice of a policy that cannot be told',
  'RDP065.choice': 'The choice made for "{0}" has a text that is not in the table of policies: what it sets is not told.',
  'RDP065.none': 'The report does not show what was chosen for "{0}": what it sets is not told.',
  'RDP065.several': 'The report does not tell which of the values of "{0}" was given which content: what they are set to is not told.',

  'RDP066.title': 'Resultant set of policy without the computer',
  'RDP066.message': 'The document has no part of the computer: gpresult was run without elevation or for the user only, and no policy of the computer can be seen.',
} as const;
