// What the bundler makes of imports that are not script.
declare module "*.css";
declare module "@fontsource-variable/inter/wght.css";
