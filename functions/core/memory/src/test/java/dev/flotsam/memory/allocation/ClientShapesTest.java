package dev.flotsam.memory.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotsam.memory.MemoryFormat;
import dev.flotsam.memory.Trees;
import dev.flotsam.memory.allocation.AllocationStacks.Stack;
import dev.flotsam.memory.session.SessionRecord;
import dev.flotsam.memory.session.shape.SessionReader;
import dev.flotsam.report.ParsedReport.BinaryImage;
import dev.flotsam.report.ParsedReport.Frame;
import dev.flotsam.report.json.JsonValue;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Stacks as clients write them, and who may be told the run by. */
class ClientShapesTest {
    private static final String OOM_DETECTOR_STACKS = """
            [{'stack_type':'malloc','malloc_size':3000,'malloc_count':3,'frame':{'calls':[
               '0 Skerry Beta 0x104c30000 0x104c30300','1 Skerry Beta 0x104c30000 0x104c30200','2 UIKitCore 0x1a0000000 0x1a0000010']}},
             {'stack_type':'vm','malloc_size':9000,'malloc_count':1,'frame':{'calls':['0 Skerry Beta 0x104c30000 0x104c30400']}}]""";

    @Test
    void matrixListsStacksByClassWithImagesByTheirUuid() {
        AllocationStacks stacks = read("""
                {'head':{'protocol_ver':1,'phone':'iPhone15,2','os_ver':'17.4','launch_time':1700000000,'report_time':1700000600,
                         'app_uuid':'c07462e43a223aec83524e5c3506557b'},
                 'items':[{'tag':'iOS_MemStat','scene':'Album','name':'UIImage','size':4000,'count':4,'stacks':[
                            {'caller':'x@768','size':4000,'count':4,'frames':[
                              {'uuid':'c07462e43a223aec83524e5c3506557b','offset':768},
                              {'uuid':'11111111222233334444555555555555','offset':16}]}]},
                          {'tag':'iOS_MemStat','name':'Malloc 32 Bytes','size':10,'count':2}]}""");

        Stack stack = stacks.stacks().getFirst();
        assertThat(stack.category()).isEqualTo("UIImage");
        assertThat(stack.bytes()).isEqualTo(4000);
        assertThat(stack.frames()).extracting(Frame::offset).containsExactly(768L, 16L);
        assertThat(stacks.images())
                .extracting(BinaryImage::uuid)
                .containsExactly("C07462E4-3A22-3AEC-8352-4E5C3506557B", "11111111-2222-3333-4444-555555555555");
        assertThat(stacks.run().started()).contains(Instant.ofEpochSecond(1_700_000_000));
        assertThat(stacks.run().lastSeen()).contains(Instant.ofEpochSecond(1_700_000_600));
        assertThat(stacks.build().device()).isEqualTo("iPhone15,2");
        assertThat(stacks.build().imageUuid()).isEqualTo("C07462E4-3A22-3AEC-8352-4E5C3506557B");
    }

    @Test
    void oomDetectorSpellsFramesAsTextWithTheImagesLoadAddress() {
        AllocationStacks stacks = read(OOM_DETECTOR_STACKS);
        assertThat(stacks.images()).extracting(BinaryImage::name).containsExactly("Skerry Beta", "UIKitCore");
        assertThat(stacks.stacks().getFirst().frames())
                .extracting(Frame::offset)
                .containsExactly(0x300L, 0x200L, 0x10L);
        assertThat(stacks.heaviest(1).getFirst().category()).isEqualTo("vm");
    }

    @Test
    void oomDetectorsUploadIsASessionThatCarriesItsStacks() {
        JsonValue upload = Trees.of("""
                {'category':'sigkill','s':1700000000,'e':1700000600,'mem_used':'1400','mem_warning_cnt':2,'crash_type':3,
                 'crash_stage':'AlbumController','stack_oom':{'time_slices':[{'threads':%s}]}}""".formatted(OOM_DETECTOR_STACKS));
        assertThat(MemoryFormat.recognise(upload)).contains(MemoryFormat.SESSION);
        SessionRecord record = Trees.read(SessionReader.read(upload));

        assertThat(AllocationReader.within(upload, record.run(), record.build()))
                .hasValueSatisfying(stacks -> assertThat(stacks.bytes()).isEqualTo(12_000));
        assertThat(AllocationReader.within(Trees.of("{'stack_oom':''}"), record.run(), record.build()))
                .isEmpty();
    }

    @Test
    void anotherClientsRecordMayCarryOurMembersBesideItsOwn() {
        AllocationStacks stacks = read("""
                {'flotsam':{'run':'R1','installation':'i','captured':'2026-03-02T11:00:00Z',
                            'app':{'id':'com.example.skerry','version':'5.1'}},
                 'stacks':[{'stack':[1],'size':7}]}""");
        assertThat(stacks.run().id()).isEqualTo("R1");
        assertThat(stacks.run().lastSeen()).contains(Instant.parse("2026-03-02T11:00:00Z"));
        assertThat(stacks.build().appId()).isEqualTo("com.example.skerry");
        assertThat(stacks.executable()).isEqualTo("skerry");
    }

    @Test
    void framesThatSayNothingAreLeftOutAndNamesAreKept() {
        AllocationStacks stacks =
                read("[{'stack':['-[Album load]',{},null,{'symbol':'main'},'1 A 0x20 0x10'],'size':7}]");
        assertThat(stacks.stacks().getFirst().frames())
                .extracting(Frame::symbol)
                .containsExactly("-[Album load]", "main");
    }

    private static AllocationStacks read(String record) {
        return Trees.read(AllocationReader.read(Trees.of(record)));
    }
}
