/* A page as the kernels of the content model see it: its blocks and containers in C, gathered once. */

#pragma once

#include "weights.h"

typedef struct {
    PyObject *text; /* borrowed, never empty */
    PyObject *marks; /* borrowed */
    int element; /* the place of its container; the block is among that one's */
    int link_chars, strong_chars;
    short level;
    char kind; /* the place among the kinds */
    char stands; /* whether it does, when the model is asked */
} PageBlock;

typedef struct {
    PyObject *id, *itemprop, *role; /* borrowed */
    int tag, classes; /* their numbers among the page's strings */
    int parent; /* its place, before the element's own; -1 for none */
    float code; /* what its tag is as a figure */
    int depth, first, last; /* its blocks are first to last, and last is outside */
    char hidden;
} PageElement;

#define NO_CLASSES 0 /* the number of the empty string among the classes */

typedef struct {
    Py_ssize_t blocks, elements;
    PageBlock *block;
    PageElement *element;
    Strings tags, classes;
} PageData;

/* Gathers a page from its blocks and elements, tuples both, and the blocks that still stand; `kinds` are all kinds in
   order. 1 when that is done, 0 for a page that the kernels leave to Python, -1 and an exception for an error. */
int page_gather(PageData *page, PyObject *blocks, PyObject *elements, PyObject *standing, PyObject *kinds);
void page_free(PageData *page);
