package dev.flotsam.memory.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotsam.memory.Trees;
import dev.flotsam.memory.allocation.AllocationStacks.Stack;
import dev.flotsam.memory.allocation.CallTree.Node;
import dev.flotsam.memory.allocation.CallTree.Place;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllocationStacksTest {

    /** main → load → decode, and main → log; the image lies at a base of its own. */
    private static String record(long base) {
        return """
            {'flotsam':'allocations/1','run':'R1',
             'images':[{'uuid':'e9ce53aa-0003-3d6a-958c-1eae670327ab','name':'Skerry','base':%d,'size':65536}],
             'stacks':[
              {'stack':['0x%x','0x%x','0x%x'],'size':3000,'count':3,'category':'image'},
              {'stack':[%d,%d],'size':1000,'count':10}]}""".formatted(base, base + 0x300, base + 0x200, base + 0x100, base + 0x400, base + 0x100);
    }

    @Test
    void framesLieInTheImageThatHoldsThem() {
        AllocationStacks stacks = read(record(0x100000000L));
        assertThat(stacks.run().id()).isEqualTo("R1");
        assertThat(stacks.executable()).isEqualTo("Skerry");
        assertThat(stacks.bytes()).isEqualTo(4000);
        Stack heaviest = stacks.heaviest(1).getFirst();
        assertThat(heaviest.frames()).extracting(frame -> frame.offset()).containsExactly(0x300L, 0x200L, 0x100L);
        assertThat(heaviest.frames().getFirst().imageName()).isEqualTo("Skerry");
        assertThat(heaviest.category()).isEqualTo("image");
    }

    @Test
    void runsWhoseImagesLayElsewhereFallTogetherInOneTree() {
        CallTree tree = new CallTree().add(read(record(0x100000000L))).add(read(record(0x104c30000L)));
        assertThat(tree.root().bytes()).isEqualTo(8000);
        assertThat(tree.root().count()).isEqualTo(26);
        assertThat(tree.nodes()).isEqualTo(4);
        List<Node> path = tree.heaviestPath(0.5);
        assertThat(path).extracting(node -> node.place().offset()).containsExactly(0x100L, 0x200L, 0x300L);
        assertThat(path).extracting(Node::bytes).containsExactly(8000L, 6000L, 6000L);
        assertThat(CallTree.callersOf(path.getLast()))
                .extracting(Place::offset)
                .containsExactly(0x300L, 0x200L, 0x100L);
    }

    @Test
    void theBareListOfStacksIsReadToo() {
        AllocationStacks stacks = read("[{'stack':[4096,'0x2000'],'size':7}]");
        assertThat(stacks.stacks()).singleElement().satisfies(stack -> {
            assertThat(stack.frames()).extracting(frame -> frame.address()).containsExactly(0x1000L, 0x2000L);
            assertThat(stack.count()).isOne();
        });
    }

    @Test
    void framesMayComeAsImageAndOffset() {
        AllocationStacks stacks = read(
                "{'images':[{'name':'A','base':4096,'size':10}],'stacks':[{'stack':[{'image':0,'offset':5}],'size':1}]}");
        assertThat(stacks.stacks().getFirst().frames().getFirst().address()).isEqualTo(4101);
    }

    @Test
    void signaturesInPointersAreCutAway() {
        AllocationStacks stacks = read(
                "{'images':[{'name':'A','base':4096,'size':4096}],'stacks':[{'stack':['0xfe3a000000001010'],'size':1}]}");
        assertThat(stacks.stacks().getFirst().frames().getFirst().offset()).isEqualTo(16);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'stacks':[{'stack':[1],'size':-1}]}", "{'stacks':[{'stack':[1],'size':'much'}]}"})
    void sizesThatAreNoneRefuseTheRecord(String record) {
        assertThat(Trees.refused(AllocationReader.read(Trees.of(record))).where())
                .isEqualTo("$.stacks[0].size");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "{'stacks':[]}", "{'stacks':[{'size':1}]}", "7"})
    void whatHoldsNoStacksIsRefused(String record) {
        assertThat(Trees.refused(AllocationReader.read(Trees.of(record))).code())
                .isEqualTo("not-allocations");
    }

    @Test
    void stacksFramesAndImagesAreBounded() {
        String stack = "{'stack':[1],'size':1},";
        String many = "[" + stack.repeat(AllocationLimits.MAX_STACKS) + "{'stack':[1],'size':1}]";
        assertThat(Trees.refused(AllocationReader.read(Trees.of(many))).code()).isEqualTo("too-large");
        String images =
                "{'images':[" + "{},".repeat(AllocationLimits.MAX_IMAGES) + "{}],'stacks':[{'stack':[],'size':1}]}";
        assertThat(Trees.refused(AllocationReader.read(Trees.of(images))).code())
                .isEqualTo("too-large");
        AllocationStacks deep = read("[{'stack':[" + "1,".repeat(AllocationLimits.MAX_FRAMES + 4) + "1],'size':1}]");
        assertThat(deep.stacks().getFirst().frames()).hasSize(AllocationLimits.MAX_FRAMES);
    }

    @Test
    void aCallTreeHasNoMoreNodesThanTheLimitAndLosesNoBytes() {
        StringBuilder record = new StringBuilder("[");
        int stacks = AllocationLimits.MAX_NODES / 500 + 2;
        for (int stack = 0; stack < stacks; stack++) {
            record.append(stack == 0 ? "" : ",").append("{'stack':[");
            for (int frame = 0; frame < 500; frame++) {
                record.append(frame == 0 ? "" : ",").append(1000L * stack + frame + 1);
            }
            record.append("],'size':1}");
        }
        CallTree tree = new CallTree().add(read(record.append("]").toString()));
        assertThat(tree.nodes()).isEqualTo(AllocationLimits.MAX_NODES);
        assertThat(tree.root().bytes()).isEqualTo(stacks);
    }

    @Test
    void framesOfAllStacksTogetherAreBounded() {
        String stack = "{'stack':[" + "1,".repeat(AllocationLimits.MAX_FRAMES - 1) + "1],'size':1}";
        int most = AllocationLimits.MAX_ALL_FRAMES / AllocationLimits.MAX_FRAMES;
        String fits = "[" + stack + ("," + stack).repeat(most - 1) + "]";
        assertThat(read(fits).stacks()).hasSize(most);
        assertThat(Trees.refused(AllocationReader.read(
                                Trees.of(fits.substring(0, fits.length() - 1) + "," + stack + "]")))
                        .where())
                .isEqualTo("$[" + most + "]");
    }

    @Test
    void framesNameNoMoreImagesThanTheLimit() {
        StringBuilder record = new StringBuilder("[{'size':1,'stack':[1]}");
        for (int image = 0; image <= AllocationLimits.MAX_IMAGES; image++) {
            record.append(
                    ",{'size':1,'stack':['0 A 0x%x 0x%x']}".formatted(4096 * (image + 1), 4096 * (image + 1) + 8));
        }
        AllocationStacks stacks = read(record.append("]").toString());
        assertThat(stacks.images()).hasSize(AllocationLimits.MAX_IMAGES);
        assertThat(stacks.stacks().getLast().frames()).isEmpty();
    }

    @Test
    void namesAreCutAtTheLimit() {
        String name = "n".repeat(AllocationLimits.MAX_TEXT + 1);
        assertThat(read("[{'stack':['" + name + "'],'size':1,'category':'" + name + "'}]")
                        .stacks()
                        .getFirst()
                        .category())
                .hasSize(AllocationLimits.MAX_TEXT);
    }

    @Test
    void equalStacksCountAsOne() {
        AllocationStacks stacks =
                read("[{'stack':[1,2],'size':4,'count':1},{'stack':[3],'size':7},{'stack':[1,2],'size':5,'count':2}]");
        assertThat(stacks.heaviest(1)).singleElement().satisfies(stack -> {
            assertThat(stack.bytes()).isEqualTo(9);
            assertThat(stack.count()).isEqualTo(3);
        });
    }

    private static AllocationStacks read(String record) {
        return Trees.read(AllocationReader.read(Trees.of(record)));
    }
}
