// Choices that several policies offer. Source: the templates of Windows Server 2025.

import type { PolicyChoice } from './policy';

const steps = [
  { value: 60_000, meaning: '1 minute' },
  { value: 300_000, meaning: '5 minutes' },
  { value: 600_000, meaning: '10 minutes' },
  { value: 900_000, meaning: '15 minutes' },
  { value: 1_800_000, meaning: '30 minutes' },
  { value: 3_600_000, meaning: '1 hour' },
  { value: 7_200_000, meaning: '2 hours' },
  { value: 10_800_000, meaning: '3 hours' },
  { value: 21_600_000, meaning: '6 hours' },
  { value: 28_800_000, meaning: '8 hours' },
  { value: 43_200_000, meaning: '12 hours' },
  { value: 57_600_000, meaning: '16 hours' },
  { value: 64_800_000, meaning: '18 hours' },
  { value: 86_400_000, meaning: '1 day' },
  { value: 172_800_000, meaning: '2 days' },
  { value: 259_200_000, meaning: '3 days' },
  { value: 345_600_000, meaning: '4 days' },
  { value: 432_000_000, meaning: '5 days' },
] as const;

/** Milliseconds. */
export const sessionTimes: readonly PolicyChoice[] = [{ value: 0, meaning: 'Never' }, ...steps];

/** Milliseconds. */
export const remoteAppTimes: readonly PolicyChoice[] = [{ value: 0, meaning: 'Immediately' }, ...steps];

export const shadowLevels: readonly PolicyChoice[] = [
  { value: 0, meaning: 'No remote control allowed' },
  { value: 1, meaning: "Full Control with user's permission" },
  { value: 2, meaning: "Full Control without user's permission" },
  { value: 3, meaning: "View Session with user's permission" },
  { value: 4, meaning: "View Session without user's permission" },
];

/** G: to Z:, as text. */
export const driveLetters: readonly PolicyChoice[] = Array.from('GHIJKLMNOPQRSTUVWXYZ', (letter) => ({ value: `${letter}:`, meaning: `${letter}:` }));
