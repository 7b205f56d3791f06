package phrases

import "mahdar/read/page"

// Quote is a pair of quotation marks of a page.
type Quote = page.Quote

// Quotes are the quotations of a page.
type Quotes = page.Quotes

// FindQuotes are the quotations of the page, which finds them once.
func FindQuotes(p *page.Page) *Quotes { return p.Quotes() }
