// What the editor says about a .reg file as a language: hover, completion, commands that write another file.

export const languageTexts = {
  'RDP033.title': 'Comment that suppresses nothing',
  'RDP033.noCode': 'The comment names no rule, so it suppresses nothing.',
  'RDP033.unknown': '{0} is no rule, so there is nothing to suppress.',
  'RDP033.file': '{0} finds nothing in this file, so there is nothing to suppress.',
  'RDP033.nextLine': '{0} finds nothing in the next line, so there is nothing to suppress.',
  'RDP033.fixCode': 'Remove {0} from the comment',
  'RDP033.fixComment': 'Remove the comment',

  'suppress.line': 'Suppress {0} for this line',
  'suppress.file': 'Suppress {0} for this file',
} as const;
