// Texts about RDP settings and what they do to a server (RDP1xx to RDP5xx), and the fixes for them.

export const settingTexts = {} as const;
