// Texts about servers: the tree, the form, imports.

export const serverTexts = {} as const;
