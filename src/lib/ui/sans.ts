/** Address of the letters of embeds: one file, without rare ones. */
export { default as sans } from '@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2?url';
