/** How many people live there; of counties, cities and municipalities. Labels: `workshop.sizeClass.<class>`. */
export const sizeClasses = ['upTo5000', 'upTo20000', 'upTo100000', 'over100000'] as const
export type SizeClass = (typeof sizeClasses)[number]
