// Package api serves a record as JSON under /api/v1: everything that the pages
// show, with the evidence of every fact. Its OpenAPI 3.1 document stands at
// /api/v1/openapi.json and in words at /api/v1/docs; docs/api.md introduces it.
//
// It reads the record and changes nothing. POST /api/v1/read reads a pasted
// article and keeps nothing of it. Nothing is allowed across origins, answers
// name no other host, and errors are problem details (RFC 9457).
//
// New makes an http.Handler that whoever decides on access may wrap: every
// request passes through it once, and what it writes may be refused before.
// What is asked and how it is worded is decided in package answer.
package api
