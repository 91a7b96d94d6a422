/** Radius of a node in the layout's unit, as layout and picture both take it. */
export const nodeRadius = (degree: number): number => 0.07 + 0.075 * Math.sqrt(degree);
