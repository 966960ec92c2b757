/* The content model in C: its words, its trees, and what it knows of tags; and what it finds on a page. */

#pragma once

#include "figures.h"
#include "page.h"
#include "trees.h"

typedef struct {
    Weights texts, names; /* the names that comments go by are marked among the names */
    const Trees *first, *second;
    PyObject *tags, *flags, *roles, *kinds; /* dictionaries of cleaner/scoring/containers.py; all kinds of block */
    PyObject *planted[2]; /* what the trees live in */
    int landmarks, hidden, comments; /* flags: of tags that are landmarks, of hidden containers, of comments */
    int heading; /* the kind of headings */
} Judge;

/* What is worked out of every block's text. */
typedef struct {
    double size, words, link_share, digits, capitals;
    int ends, commas, lines;
    char ends_sentence;
} Facts;

/* What the first words of a standing block weigh, and how it stands to what the page says of itself. */
typedef struct {
    int sum, low, high; /* hundredths */
    short words, shared; /* with the title */
    char title; /* whether it is the page's title */
    signed char described, stated; /* whether it stands in the description and in the article's body; -1: not asked */
} Heard;

/* What the tags and names of a container and its ancestors say. */
typedef struct {
    double chain;
    int own, low, high; /* hundredths */
    int flags, landmark, number;
    char known; /* whether anything is: not of containers without blocks */
} Context;

enum { PROSE_SHARE, LINK_SHARE, BLOCKS, MEAN_SIZE, SENTENCES, REGION_FACTS };
enum { ABOUT_FACTS = 5, SHAPE_FACTS = 4, SHAPE_SCORES = 2, PAGE_SCORES = 8, BEST_FACTS = 4 };

/* What the first pass finds. Sums are running ones from 0, one longer than the blocks. */
typedef struct {
    const Judge *judge;
    PageData page;
    PyObject *title, *description, *body; /* borrowed; the first two with their case folded; empty where there is none */
    double *type; /* figures of the page's type */
    int types;
    Facts *fact;
    Heard *heard;
    Strings texts;
    int *text, *copies, *first; /* a block's text by number; how often, and where first among the standing, it stands */
    int has_title, title_at;
    Context *context; /* by element */
    double *size, *link, *prose, *ends;
    double (*region)[REGION_FACTS]; /* by element, of those that were asked for */
    char *has_region;
    int *shape, shapes; /* a block's make by number */
    double (*shaped)[SHAPE_FACTS];
    int *heading; /* the last standing one up to a block */
    double about[ABOUT_FACTS];
    int *seen, turn; /* for weighing names */
} Look;

/* What the second pass finds from the scores of the first. */
typedef struct {
    const double *score;
    double *size, *mass, *plain;
    unsigned char *before, *after; /* blocks to the nearest sure one */
    double (*shaped)[SHAPE_SCORES];
    double all_mass, page[PAGE_SCORES], best_facts[BEST_FACTS];
    int best;
} Second;

/* text_figures.c */
int look_at_texts(Look *look);
double *text_row(const Look *look, Py_ssize_t block, double *row);

/* containers.c */
int look_at_containers(Look *look);
double *container_row(Look *look, int element, double *row);
Weight marks_weight(Look *look, PyObject *marks);

/* features.c */
int first_look(Look *look);
void first_row(Look *look, Py_ssize_t block, double *row);
void look_free(Look *look);
extern const int FIRST_OWN_WIDTH; /* without the figures of the page's type */

/* neighbourhood.c */
int second_look(const Look *look, const double *scores, Second *second);
void second_row(const Look *look, const Second *second, Py_ssize_t block, double *row);
void second_free(Second *second);
extern const int SECOND_WIDTH;
