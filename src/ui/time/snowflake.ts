/** A unit that is held at 0, about 9 pixels around 0; drawn with a stroke. */
export const SNOWFLAKE = 'M0 -4.5V4.5M-3.9 -2.25L3.9 2.25M-3.9 2.25L3.9 -2.25';
