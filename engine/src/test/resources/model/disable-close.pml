/*
 * The disable and close protocol of one WSK socket (sections 2.6, 2.7, 4.3; C-21, C-25, C-30, C-31) as a model for Spin.
 *
 * NI indicators each begin at most two indications, of one of two events, and may all be in progress at once. The client gives four requests
 * (enable k; disable k with or without an IRP), then closes the socket. Each step is what happens under the socket's lock, hence one d_step.
 *
 *   spin -DNI=4 -a disable-close.pml && gcc -O3 -DSAFETY -DNOREDUCE -o pan pan.c && ./pan -m10000000 -w26
 *
 * With -DPLAIN an enable during a drain is forgotten, a second disable during a drain replaces the first one's IRP, a disable of what is off tells
 * nothing, and close leaves waiting IRPs alone: the smaller protocol that is often taken for WSK's. The kernel does not do that (C-25, CTL-ECB-26,
 * API-CLO-01), so its counts are those without the switch. DisableCloseModelTest runs the kernel's own classes through the same steps and counts the same.
 */
#ifdef PLAIN
#define ENABLE(k)       if :: !dis[k] -> en[k] = 1; quiet[k] = 0 :: else fi
#define DISABLE(k, w)   if :: en[k] -> if :: inp[k] == 0 -> en[k] = 0; quiet[k] = 1 :: else -> dis[k] = 1; wt[k] = w fi :: else fi
#define ABANDON
#else
#define ENABLE(k)       quiet[k] = 0; if :: dis[k] -> re[k] = 1 :: else -> en[k] = 1 fi
#define DISABLE(k, w)   re[k] = 0; \
                        if :: dis[k] -> wt[k] = wt[k] + w \
                           :: else -> if :: inp[k] == 0 -> en[k] = 0; quiet[k] = 1 :: else -> dis[k] = 1; wt[k] = w fi fi
#define ABANDON         wt[0] = 0; wt[1] = 0;
#endif

bool en[2] = true;      /* the event's bit */
bool dis[2];            /* a disable waits for the calls in progress */
bool re[2];             /* an enable came during the drain */
byte wt[2];             /* disable IRPs that wait */
bool quiet[2];          /* the client was told that the event is off, and has not asked for it since */
byte inp[2];            /* calls in progress */
byte n[NI];             /* indications begun */
byte cb[NI];            /* 0: idle, k + 1: in a call of event k */
byte cn;                /* requests given */
byte pc;                /* 0: giving requests, 1: close pending, 2: close completed */
bool closing; bool closed;

#define BEGIN(i, k)     :: d_step { cb[i] == 0 && n[i] < 2 -> n[i]++; \
                                    if :: en[k] && !dis[k] && !closing -> cb[i] = k + 1; inp[k]++ :: else fi }
#define RETURN(i, k)    :: d_step { cb[i] == k + 1 -> assert(!quiet[k]); assert(!closed); cb[i] = 0; inp[k]--; \
                                    if :: inp[k] == 0 && dis[k] -> dis[k] = 0; en[k] = re[k]; \
                                          if :: wt[k] > 0 && !re[k] -> quiet[k] = 1 :: else fi; wt[k] = 0; re[k] = 0 \
                                       :: else fi; \
                                    if :: closing && inp[0] + inp[1] == 0 -> closed = 1 :: else fi }
#define INDICATOR(i)    BEGIN(i, 0) BEGIN(i, 1) RETURN(i, 0) RETURN(i, 1)
#define REQUEST(what)   :: d_step { pc == 0 && cn < 4 -> cn++; what }

active proctype socket() {
end: do
    INDICATOR(0) INDICATOR(1) INDICATOR(2)
#if NI > 3
    INDICATOR(3)
#endif
#if NI > 4
    INDICATOR(4)
#endif
#if NI > 5
    INDICATOR(5)
#endif
    REQUEST(ENABLE(0)) REQUEST(ENABLE(1))
    REQUEST(DISABLE(0, 0)) REQUEST(DISABLE(0, 1)) REQUEST(DISABLE(1, 0)) REQUEST(DISABLE(1, 1))
    :: d_step { pc == 0 && cn == 4 -> pc = 1; closing = 1; ABANDON closed = (inp[0] + inp[1] == 0) }
    :: d_step { pc == 1 && closed -> assert(inp[0] + inp[1] == 0); pc = 2 }
    od
}
