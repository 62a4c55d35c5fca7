// How sure a statement about Windows is.

/** Whether what Windows does here was confirmed on Windows, or is assumed from other sources. */
export type Certainty = 'confirmed' | 'assumed';
