/* Boosted trees in one block of memory, for rows of figures. */

#pragma once

#include "native.h"

/* A negative place is a leaf: its complement is the place among the leaves of its tree. */
typedef struct {
    double threshold;
    short figure;
    short next[2]; /* where a row goes whose figure is at most the threshold, and where any other */
} Node;

typedef struct {
    int node, leaf; /* where its nodes and leaves begin */
    short root;
} Tree;

/* A node as rows meet it that go through a tree's leaves from left to right (lanes.c). */
typedef struct {
    short figure;
    signed char rank; /* of the threshold among those of its figure */
    signed char leaf; /* where a row stands whose way leads by here: the first leaf below the node */
    signed char on; /* how many leaves on it goes whose figure is above the threshold: those below the node's left */
} Turn;

/* Rows whose leaves add up to less than `below` or more than `above` ask no more trees; their log-odds are `factor` times
   that sum. */
typedef struct {
    double below, above, factor;
} Gate;

typedef struct {
    Py_ssize_t nodes, leaves, trees;
    long step; /* so many trees stand before each gate */
    Gate *gate;
    int width; /* figures that a row has at least */
    Node *node;
    double *leaf;
    Tree *tree;
    /* The same for many rows at once; NULL for trees that are too large for it. */
    Turn *turn; /* the nodes of each tree from its root down, left before right */
    double *value; /* the leaves of each tree from left to right */
    double *bound; /* the thresholds of each figure in order, each once */
    int *bounds; /* by figure, where its thresholds begin; then where the last ones end */
} Trees;

/* The trees of a capsule that `plant` made; NULL and an exception for any other object. */
const Trees *trees_of(PyObject *capsule);

/* The log-odds of `count` rows, `stride` figures apart. -1 and an exception where there is no memory. */
int trees_walk(const Trees *trees, const double *rows, Py_ssize_t stride, Py_ssize_t count, double *odds);

/* Whether a row leaves at a gate with the sum so far, which becomes its log-odds. */
static inline int leaves_at(const Gate *gate, double *odds)
{
    if (!(*odds < gate->below || *odds > gate->above))
        return 0;
    *odds *= gate->factor;
    return 1;
}

/* Lays the trees out for `lanes_walk`, unless they are too large for it; -1 and an exception for an error. */
int lanes_lay(Trees *trees);
void lanes_free(Trees *trees);

/* `trees_walk` of trees that are laid out. */
int lanes_walk(const Trees *trees, const double *rows, Py_ssize_t stride, Py_ssize_t count, double *odds);
