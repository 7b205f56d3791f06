// Package phrases reads the parts of a sentence that several stages need: where
// a noun phrase ends, which quotation marks belong together, who a phrase
// names. It works on a page.Page and adds nothing to it.
package phrases
