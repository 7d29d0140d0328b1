// The page mounts these as a site would; their types would bring React's JSX into a project that has Preact's.
declare module 'draft-js';
declare module 'react';
declare module 'react-dom/client';
