/** The company with which channels are shared. */
export const otherTeam = { id: 'T0PARTNER01', name: 'Partner Corp.', domain: 'partner' } as const
