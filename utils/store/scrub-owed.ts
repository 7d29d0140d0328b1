/** To be written with the last step of forgetting: the disk has yet to be cleared of what was let go (`utils/keeping/scrub.ts`). */
export const scrubbingIsOwed = { name: 'cursor:scrub', value: 1 } as const;
