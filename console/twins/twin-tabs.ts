/** The parts of a twin's page, as its address names them. */
export const twinTabs = ['persona', 'rules', 'versions'] as const;
export type TwinTab = (typeof twinTabs)[number];
