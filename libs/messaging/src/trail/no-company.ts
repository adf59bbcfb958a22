/** What belongs to no company stands under this one. */
export const NO_COMPANY = '00000000-0000-0000-0000-000000000000';
