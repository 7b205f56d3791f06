package intake

import "bufio"

// readText reads a plain-text article: the whole input, letter for letter.
func readText(w *walk, in *input, r *bufio.Reader) error {
	raw, err := w.all(in, r)
	if err != nil {
		return err
	}
	body, enc, err := decode(raw, declaredCharset(in.contentType))
	if err != nil {
		return err
	}
	return w.article(in, draft{raw: raw, body: body, verbatim: enc == "utf-8" && len(body) == len(raw), format: "text"})
}
