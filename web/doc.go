// Package web is the reading room: the record as pages in Arabic and English,
// rendered on this side, with nothing fetched from any other host.
//
// New makes an http.Handler over a Record (a store.Store is one). Addresses
// begin with the language, /ar/… or /en/…; what an article or a visitor wrote
// is escaped by html/template and isolated in its direction, and no page holds
// inline script or style, so that the strictest content security policy holds.
//
// The package reads the record and changes nothing. It does not listen by
// itself, leaves it to package access who may come in, and judges nothing:
// where accounts differ, they stand side by side.
package web
