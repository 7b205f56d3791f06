// Package demo holds a dozen articles about an invented peace process, written
// for this project: invented countries, persons, bodies and outlets in the
// style of Arabic news. Documents hands them on as intake would.
//
// articles/README.md says what each is difficult for.
package demo
