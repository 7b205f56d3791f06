// Package eval measures readings against what people have marked: gold records
// and corpora of tagged names. It changes nothing and is used by tests and by
// the quality report.
package eval
